/*
 * test_full_disk.c - a disk that is full, or fills up half way: exit 74, the old file, and nothing else.
 *
 * The disk is one of memory, mounted in a name space of this process alone. Where that is not allowed
 * the tests are skipped; test_exit_codes.c then has a limit on file sizes in its place.
 */
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#define FEASIBLE "instances/tiny-quota"
#define LARGER   "instances/libo"

enum { PAGE = 4096, DISK_PAGES = 64 };

static const char old_text[] = "the old file\n";
static bool mounted;

/* One id of the new name space stands for ours: "0 1000 1". */
static void map_id(const char *path, unsigned id)
{
    FILE *f = fopen(path, "w");

    if (f) {
        fprintf(f, "0 %u 1\n", id);
        fclose(f);
    }
}

/* A name space in which this process may mount, whoever runs it. */
static bool enter_own_space(void)
{
    unsigned user = geteuid(), group = getegid();

    if (user == 0)
        return unshare(CLONE_NEWNS) == 0;
    if (unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
        return false;
    FILE *groups = fopen("/proc/self/setgroups", "w"); /* else the kernel refuses the map of groups */
    if (groups) {
        fputs("deny", groups);
        fclose(groups);
    }
    map_id("/proc/self/uid_map", user);
    map_id("/proc/self/gid_map", group);
    return true;
}

static int mount_disk(void **state)
{
    char options[64];

    (void)state;
    scratch();
    if (!enter_own_space())
        return 0;
    mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL); /* fails below a changed root, which is no harm */
    mkdir(scratch_path("disk"), 0700);
    snprintf(options, sizeof options, "size=%d,mode=0700", DISK_PAGES * PAGE);
    mounted = mount("tmpfs", scratch_path("disk"), "tmpfs", 0, options) == 0;
    return 0;
}

static int unmount_disk(void **state)
{
    (void)state;
    if (mounted)
        umount2(scratch_path("disk"), MNT_DETACH);
    scratch_remove();
    return 0;
}

/* Fill the disk with one file, but for so many pages. */
static void leave_pages(int pages)
{
    static const char page[PAGE] = {1};
    int fd = open(scratch_path("disk/filler"), O_WRONLY | O_CREAT | O_TRUNC, 0600), n = 0;

    assert_true(fd >= 0);
    while (write(fd, page, PAGE) == PAGE)
        n++;
    assert_int_equal(errno, ENOSPC);
    assert_true(n > pages);
    assert_int_equal(ftruncate(fd, (off_t)(n - pages) * PAGE), 0);
    close(fd);
}

static void need_disk(void)
{
    if (!mounted)
        skip();
}

/* Nothing but the old file and the filler. */
static void expect_old_file(const char *name)
{
    char *text = slurp(scratch_path(name));

    assert_non_null(text);
    assert_string_equal(text, old_text);
    free(text);
    assert_int_equal(count_files(scratch_path("disk"), ""), 4); /* . and .. too */
}

static void try_output(const char *option, const char *folder, const char *name)
{
    struct program p;

    scratch_write(name, old_text);
    for (int pages = 0; pages <= 1; pages++) {
        leave_pages(pages);
        program_run(&p, "secondment", folder, "--quiet", option, scratch_path(name), NULL);
        assert_int_equal(p.code, 74);
        assert_true(contains(p.err, "No space left on device"));
        program_release(&p);
        expect_old_file(name);
    }
    leave_pages(DISK_PAGES / 2);
    program_expect(0, "secondment", FEASIBLE, "--quiet", option, scratch_path(name), NULL);
    char *text = slurp(scratch_path(name));
    assert_true(strlen(text) > sizeof old_text);
    free(text);
    unlink(scratch_path(name));
}

static void the_old_plan_stays(void **state)
{
    (void)state;
    need_disk();
    try_output("-o", LARGER, "disk/plan.json");
}

static void the_old_model_stays(void **state)
{
    (void)state;
    need_disk();
    try_output("--write-lp", LARGER, "disk/model.lp");
    try_output("--write-mps", LARGER, "disk/model.mps");
}

static void half_a_template_is_removed(void **state)
{
    (void)state;
    need_disk();
    for (int pages = 0; pages <= 12; pages += 3) {
        leave_pages(pages);
        program_expect(74, "template", scratch_path("disk/new"), NULL);
        assert_int_equal(access(scratch_path("disk/new"), F_OK), -1);
        assert_int_equal(mkdir(scratch_path("disk/empty"), 0700), 0);
        program_expect(74, "template", scratch_path("disk/empty"), NULL);
        assert_int_equal(rmdir(scratch_path("disk/empty")), 0); /* it stayed, and stayed empty */
    }
    leave_pages(DISK_PAGES - 4);
    program_expect(0, "template", scratch_path("disk/new"), NULL);
    program_expect(0, "lint", scratch_path("disk/new/example"), NULL);
}

static void standard_output_is_no_exception(void **state)
{
    static const char *const args[] = {"dictionary", NULL};
    struct program p;

    (void)state;
    need_disk();
    char out[64];
    snprintf(out, sizeof out, "%s", scratch_path("disk/out"));
    leave_pages(1);
    program_start(&p, out, args);
    program_wait(&p);
    assert_int_equal(p.code, 74);
    assert_true(contains(p.err, "standard output"));
    program_release(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_old_plan_stays),
        cmocka_unit_test(the_old_model_stays),
        cmocka_unit_test(half_a_template_is_removed),
        cmocka_unit_test(standard_output_is_no_exception),
    };

    return cmocka_run_group_tests(tests, mount_disk, unmount_disk);
}
