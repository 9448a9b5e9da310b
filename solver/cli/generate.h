/*
 * generate.h - what the program prints about itself for `make install`.
 */
#ifndef ZJ_CLI_GENERATE_H
#define ZJ_CLI_GENERATE_H

/* The man page in mdoc, to standard output, in the language of the messages. */
void cli_generate_man(void);

/* Completion of commands, options and files for a shell, to standard output. */
void cli_generate_bash(void);
void cli_generate_zsh(void);
void cli_generate_fish(void);

#endif
