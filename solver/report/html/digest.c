#include "solver/report/html/digest.h"

#include <sha256.h>
#include <stdint.h>
#include <string.h>

/* 32 bytes are 42 whole digits of 6 bits, a digit for the 4 bits that are left, and one "=". */
static void to_base64(const uint8_t *bytes, char out[REP_DIGEST_SIZE])
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    unsigned bits = 0;
    int n_bits = 0, n = 0;

    for (int i = 0; i < SHA256_DIGEST_LENGTH; i++) {
        bits = (bits << 8 | bytes[i]) & 0xFFFFU;
        for (n_bits += 8; n_bits >= 6; n_bits -= 6)
            out[n++] = digits[bits >> (n_bits - 6) & 63];
    }
    out[n++] = digits[bits << (6 - n_bits) & 63];
    strcpy(out + n, "=");
}

void rep_digest(const char *bytes, size_t n, char out[REP_DIGEST_SIZE])
{
    uint8_t digest[SHA256_DIGEST_LENGTH];
    SHA256_CTX sum;

    SHA256_Init(&sum);
    SHA256_Update(&sum, (const uint8_t *)bytes, n);
    SHA256_Final(digest, &sum);
    to_base64(digest, out);
}
