/*<![CDATA[*/
'use strict';
/*]]>*/
