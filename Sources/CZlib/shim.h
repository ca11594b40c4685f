#include <zlib.h>

// inflateInit2 is a macro, which Swift does not see. 15 + 16: the largest window, a gzip header before it.
static inline int gzip_inflate_init(z_stream *stream) { return inflateInit2(stream, 15 + 16); }
