// The only file that knows libopusfile and libopusenc, which not every platform has.
#include "app/sound/opus_reader.h"
#include "app/sound/opus_writer.h"
#include <QFile>
#include <QSaveFile>
#include <algorithm>
#include <cmath>

#if __has_include(<opusfile.h>) && __has_include(<opusenc.h>)
#include <opusenc.h>
#include <opusfile.h>
#define VOX_HAVE_OPUS 1
#endif

using namespace Qt::StringLiterals;

namespace vox {

#ifdef VOX_HAVE_OPUS

struct OpusReader::State {
    std::unique_ptr<QIODevice> device;
    QString name;
    OggOpusFile *file = nullptr;
    int holes = 0;
    ~State()
    {
        if (file) op_free(file);
    }
};

namespace {

constexpr int kMostHoles = 1000; // damaged pages are skipped, a file of nothing else is refused

int readBytes(void *stream, unsigned char *into, int count)
{
    return int(static_cast<QIODevice *>(stream)->read(reinterpret_cast<char *>(into), count));
}

int seekBytes(void *stream, opus_int64 offset, int whence)
{
    auto *device = static_cast<QIODevice *>(stream);
    const qint64 base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? device->pos() : device->size();
    const qint64 target = base + offset;
    return target >= 0 && target <= device->size() && device->seek(target) ? 0 : -1;
}

opus_int64 tellBytes(void *stream) { return static_cast<QIODevice *>(stream)->pos(); }

int writeBytes(void *stream, const unsigned char *bytes, opus_int32 count)
{
    return static_cast<QIODevice *>(stream)->write(reinterpret_cast<const char *>(bytes), count) == count ? 0 : 1;
}

int closeNothing(void *) { return 0; }

struct CommentsDelete {
    void operator()(OggOpusComments *comments) const { ope_comments_destroy(comments); }
};
struct EncoderDelete {
    void operator()(OggOpusEnc *encoder) const { ope_encoder_destroy(encoder); }
};

} // namespace

OpusReader::OpusReader() : m_state(std::make_unique<State>()) {}
OpusReader::~OpusReader() = default;

Result<std::unique_ptr<SoundReader>> OpusReader::open(std::unique_ptr<QIODevice> device, const QString &name)
{
    std::unique_ptr<OpusReader> reader(new OpusReader);
    State &state = *reader->m_state;
    state.device = std::move(device);
    state.name = name;
    const OpusFileCallbacks callbacks{readBytes, seekBytes, tellBytes, nullptr};
    int error = 0;
    state.file = op_open_callbacks(state.device.get(), &callbacks, nullptr, 0, &error);
    if (!state.file) {
        if (error == OP_EIMPL || error == OP_EVERSION || error == OP_ENOTFORMAT)
            return Error{Error::Code::AudioUnsupported, {name, u"this kind of Ogg file"_s}};
        return Error{Error::Code::AudioBroken, {name, u"damaged Ogg Opus (%1)"_s.arg(error)}};
    }
    const int channels = op_channel_count(state.file, -1);
    if (channels > 2) return Error{Error::Code::AudioUnsupported, {name, u"Ogg Opus with %1 channels"_s.arg(channels)}};
    const qint64 frames = std::max<qint64>(0, op_pcm_total(state.file, -1));
    if (frames == 0) return Error{Error::Code::AudioBroken, {name, u"no sound in it"_s}};
    reader->m_format = {channels, 48000, frames, u"opus"_s};
    return std::unique_ptr<SoundReader>(std::move(reader));
}

Result<qint64> OpusReader::read(float *into, qint64 frames)
{
    const int channels = m_format.channels;
    std::vector<float> piece(5760 * 8); // the longest packet of the most channels
    const int room = int(std::min<qint64>(frames, 5760)) * channels;
    for (;;) {
        int link = 0;
        const int got = op_read_float(m_state->file, piece.data(), room, &link);
        if (got == OP_HOLE && ++m_state->holes < kMostHoles) continue;
        if (got < 0) return Error{Error::Code::AudioBroken, {m_state->name, u"damaged Ogg Opus (%1)"_s.arg(got)}};
        const int coded = got > 0 ? op_channel_count(m_state->file, link) : channels;
        if (coded != channels) return Error{Error::Code::AudioBroken, {m_state->name, u"the channel count changes"_s}};
        std::copy_n(piece.data(), got * channels, into);
        return qint64(got);
    }
}

bool canEncodeOpus() { return true; }

Result<void> encodeOpus(const QString &soundPath, const QString &opusPath, const std::atomic_bool &cancelled)
{
    auto reader = openSound(soundPath);
    if (!reader) return reader.error();
    const SoundFormat format = (*reader)->format();
    if (format.channels > 2) return Error{Error::Code::AudioUnsupported, {soundPath, u"%1 channels"_s.arg(format.channels)}};

    QSaveFile file(opusPath);
    const auto unwritable = [&] { return Error{Error::Code::FileUnwritable, {opusPath}, file.errorString()}; };
    if (!file.open(QIODevice::WriteOnly)) return unwritable();
    const std::unique_ptr<OggOpusComments, CommentsDelete> comments(ope_comments_create());
    const OpusEncCallbacks callbacks{writeBytes, closeNothing};
    int error = 0;
    QIODevice *target = &file;
    const std::unique_ptr<OggOpusEnc, EncoderDelete> encoder(
        ope_encoder_create_callbacks(&callbacks, target, comments.get(), format.rate, format.channels, -1, &error));
    const unsigned char apart[] = {0, 1};
    if (!encoder || ope_encoder_deferred_init_with_mapping(encoder.get(), 1, format.channels, 0, apart) != OPE_OK)
        return Error{Error::Code::AudioUnsupported, {soundPath, u"%1 Hz"_s.arg(format.rate)}};
    ope_encoder_ctl(encoder.get(), OPUS_SET_BITRATE(24000 * format.channels));
    ope_encoder_ctl(encoder.get(), OPUS_SET_SIGNAL(OPUS_SIGNAL_VOICE));
    ope_encoder_ctl(encoder.get(), OPUS_SET_COMPLEXITY(5)); // half the time of 10, no difference to the ear at this rate

    std::vector<float> piece(std::size_t(4096 * format.channels));
    for (;;) {
        if (cancelled.load(std::memory_order_relaxed)) return Error{Error::Code::Cancelled};
        const auto got = (*reader)->read(piece.data(), 4096);
        if (!got) return got.error();
        if (*got == 0) break;
        if (ope_encoder_write_float(encoder.get(), piece.data(), int(*got)) != OPE_OK) return unwritable();
    }
    if (ope_encoder_drain(encoder.get()) != OPE_OK || !file.commit()) return unwritable();
    return {};
}

#else

struct OpusReader::State {};
OpusReader::OpusReader() = default;
OpusReader::~OpusReader() = default;

Result<std::unique_ptr<SoundReader>> OpusReader::open(std::unique_ptr<QIODevice>, const QString &name)
{
    return Error{Error::Code::AudioUnsupported, {name, u"Ogg Opus in this build"_s}};
}

Result<qint64> OpusReader::read(float *, qint64) { return qint64(0); }

bool canEncodeOpus() { return false; }

Result<void> encodeOpus(const QString &soundPath, const QString &, const std::atomic_bool &)
{
    return Error{Error::Code::AudioUnsupported, {soundPath, u"Ogg Opus in this build"_s}};
}

#endif

} // namespace vox
