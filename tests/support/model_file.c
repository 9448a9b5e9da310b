#include "tests/support/model_file.h"

#include "tests/support/cmocka.h"

glp_prob *model_file_read(const char *path, bool mps)
{
    glp_prob *p = glp_create_prob();

    glp_term_out(GLP_OFF);
    assert_int_equal(mps ? glp_read_mps(p, GLP_MPS_FILE, NULL, path) : glp_read_lp(p, NULL, path), 0);
    return p;
}

long long model_file_optimum(glp_prob *p)
{
    glp_iocp how;

    glp_init_iocp(&how);
    how.presolve = GLP_ON;
    how.msg_lev = GLP_MSG_OFF;
    int rc = glp_intopt(p, &how);
    if (rc == GLP_ENOPFS || glp_mip_status(p) == GLP_NOFEAS)
        return -1;
    assert_int_equal(rc, 0);
    assert_int_equal(glp_mip_status(p), GLP_OPT);
    return (long long)(glp_mip_obj_val(p) + 0.5);
}
