// The least that a build must do, with nothing of Allclear in it: reads every record of a site, parses and
// renders its body with libcmark on one thread, and writes files of given names and sizes.
//
//     floor FOLDER LIST OUTPUT
//
// FOLDER holds records (*.md, at any depth). LIST has a line "SIZE PATH" for each file to write below OUTPUT,
// which is made and must not exist yet. Prints how much was read, rendered and written.

#include <cmark.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static size_t records, bytes_read, bytes_rendered, files, bytes_written;

static void fail(const char *what, const char *path) {
    fprintf(stderr, "floor: cannot %s %s: %s\n", what, path, strerror(errno));
    exit(1);
}

// The text behind the second line that is "---".
static const char *body_of(const char *text, const char *end) {
    const char *line = text;
    for (int fences = 0; line < end;) {
        const char *next = memchr(line, '\n', end - line);
        next = next ? next + 1 : end;
        if (next - line == 4 && memcmp(line, "---\n", 4) == 0 && ++fences == 2) return next;
        line = next;
    }
    return text;
}

static void read_record(int folder, const char *name) {
    static char *buffer;
    static size_t capacity;
    int file = openat(folder, name, O_RDONLY);
    struct stat status;
    if (file < 0 || fstat(file, &status) != 0) fail("open", name);
    size_t size = status.st_size;
    if (size > capacity) {
        buffer = realloc(buffer, capacity = 2 * size);
        if (!buffer) fail("keep", name);
    }
    if (read(file, buffer, size) != (ssize_t)size) fail("read", name);
    close(file);

    const char *body = body_of(buffer, buffer + size);
    char *html = cmark_markdown_to_html(body, buffer + size - body, CMARK_OPT_DEFAULT);
    records += 1;
    bytes_read += size;
    bytes_rendered += strlen(html);
    free(html);
}

static void read_folder(int parent, const char *name) {
    int folder = openat(parent, name, O_RDONLY | O_DIRECTORY);
    DIR *stream = folder < 0 ? NULL : fdopendir(folder);
    if (!stream) fail("list", name);
    for (struct dirent *entry; (entry = readdir(stream));) {
        size_t length = strlen(entry->d_name);
        if (entry->d_name[0] == '.') continue;
        if (entry->d_type == DT_DIR) read_folder(folder, entry->d_name);
        else if (length > 3 && strcmp(entry->d_name + length - 3, ".md") == 0) read_record(folder, entry->d_name);
    }
    closedir(stream);
}

static void make_folders(int output, char *path) {
    for (char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        if (mkdirat(output, path, 0777) != 0 && errno != EEXIST) fail("make", path);
        *slash = '/';
    }
}

static void write_file(int output, char *path, const char *filler, size_t size) {
    int file = openat(output, path, O_WRONLY | O_CREAT | O_EXCL, 0666);
    if (file < 0 && errno == ENOENT) {
        make_folders(output, path);
        file = openat(output, path, O_WRONLY | O_CREAT | O_EXCL, 0666);
    }
    if (file < 0 || write(file, filler, size) != (ssize_t)size || close(file) != 0) fail("write", path);
    files += 1;
    bytes_written += size;
}

static void write_files(const char *list, const char *directory) {
    FILE *lines = fopen(list, "r");
    if (!lines) fail("open", list);
    if (mkdir(directory, 0777) != 0) fail("make", directory);
    int output = open(directory, O_RDONLY | O_DIRECTORY);
    char *line = NULL, *filler = NULL;
    size_t capacity = 0, filled = 0;
    for (ssize_t length; (length = getline(&line, &capacity, lines)) > 0;) {
        if (line[length - 1] == '\n') line[length - 1] = 0;
        char *path;
        size_t size = strtoul(line, &path, 10);
        if (size > filled) {
            filler = realloc(filler, size);
            if (!filler) fail("fill", path + 1);
            memset(filler + filled, 'x', size - filled);
            filled = size;
        }
        write_file(output, path + 1, filler, size);
    }
    fclose(lines);
}

int main(int count, char **arguments) {
    if (count != 4) {
        fprintf(stderr, "usage: floor FOLDER LIST OUTPUT\n");
        return 2;
    }
    read_folder(AT_FDCWD, arguments[1]);
    write_files(arguments[2], arguments[3]);
    printf("%zu records, %zu bytes read, %zu rendered; %zu files, %zu bytes written\n",
           records, bytes_read, bytes_rendered, files, bytes_written);
}
