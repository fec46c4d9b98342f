#include "net/tls_pipe.h"

#include <algorithm>
#include <cstring>

namespace sonde::net
{
namespace
{

struct Pipe {
    QByteArray *kept;
    QByteArrayView *input;
    QByteArray *output;
    qsizetype keptAt = 0;
};

Pipe *pipeOf(BIO *bio)
{
    return static_cast<Pipe *>(BIO_get_data(bio));
}

int readKept(Pipe &pipe, char *into, int size)
{
    const auto left = pipe.kept->size() - pipe.keptAt;
    const auto count = std::min<qsizetype>(left, size);
    std::memcpy(into, pipe.kept->constData() + pipe.keptAt, size_t(count));
    pipe.keptAt += count;
    if (pipe.keptAt == pipe.kept->size()) {
        pipe.kept->clear();
        pipe.keptAt = 0;
    }
    return int(count);
}

int readPipe(BIO *bio, char *into, int size)
{
    auto &pipe = *pipeOf(bio);
    BIO_clear_retry_flags(bio);
    if (!pipe.kept->isEmpty())
        return readKept(pipe, into, size);
    if (pipe.input->isEmpty()) {
        BIO_set_retry_read(bio);
        return -1;
    }
    const auto count = std::min<qsizetype>(pipe.input->size(), size);
    std::memcpy(into, pipe.input->data(), size_t(count));
    *pipe.input = pipe.input->sliced(count);
    return int(count);
}

int writePipe(BIO *bio, const char *from, int size)
{
    BIO_clear_retry_flags(bio);
    pipeOf(bio)->output->append(from, size);
    return size;
}

long controlPipe(BIO *, int command, long, void *)
{
    return command == BIO_CTRL_FLUSH ? 1 : 0;
}

int destroyPipe(BIO *bio)
{
    delete pipeOf(bio);
    BIO_set_data(bio, nullptr);
    return 1;
}

BIO_METHOD *pipeMethod()
{
    static auto *method = [] {
        auto *made = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "sonde tls pipe");
        BIO_meth_set_read(made, readPipe);
        BIO_meth_set_write(made, writePipe);
        BIO_meth_set_ctrl(made, controlPipe);
        BIO_meth_set_destroy(made, destroyPipe);
        return made;
    }();
    return method;
}

} // namespace

BIO *makeTlsPipe(QByteArray *kept, QByteArrayView *input, QByteArray *output)
{
    auto *bio = BIO_new(pipeMethod());
    BIO_set_data(bio, new Pipe{kept, input, output});
    BIO_set_init(bio, 1);
    return bio;
}

} // namespace sonde::net
