/*
 * generate.h - what the program prints about itself for `make install`.
 */
#ifndef ZJ_CLI_GENERATE_H
#define ZJ_CLI_GENERATE_H

/* The man page in mdoc, to standard output, in the language of the messages. */
void cli_generate_man(void);
/* Those of the file formats, section 5. */
void cli_generate_instance(void);
void cli_generate_policy(void);
void cli_generate_plan(void);
/* The lines that a man page begins with. */
void cli_generate_head(const char *name, int section);

/* Completion of commands, options and files for a shell, to standard output. */
void cli_generate_bash(void);
void cli_generate_zsh(void);
void cli_generate_fish(void);

#endif
