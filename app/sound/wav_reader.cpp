#include "app/sound/wav_reader.h"
#include <QtEndian>
#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

using namespace Qt::StringLiterals;

namespace vox {

namespace {

constexpr int kMostChunks = 4096; // a file of nothing but tiny chunks is not read for ever
constexpr quint32 kUnknownSize = 0xFFFFFFFFU;

struct Layout {
    quint16 tag = 0;
    int channels = 0;
    int rate = 0;
    int blockAlign = 0;
    int bits = 0;
    qint64 dataStart = -1;
    qint64 dataBytes = 0;
};

Error broken(const QString &name, const QString &reason) { return {Error::Code::AudioBroken, {name, reason}}; }
Error unsupported(const QString &name, const QString &format) { return {Error::Code::AudioUnsupported, {name, format}}; }

quint16 u16(const QByteArray &bytes, int at) { return qFromLittleEndian<quint16>(bytes.constData() + at); }
quint32 u32(const QByteArray &bytes, int at) { return qFromLittleEndian<quint32>(bytes.constData() + at); }
quint64 u64(const QByteArray &bytes, int at) { return qFromLittleEndian<quint64>(bytes.constData() + at); }

// "fmt ": ECMA-like layout of Microsoft's WAVEFORMATEX and WAVEFORMATEXTENSIBLE.
void readFormat(const QByteArray &bytes, Layout &layout)
{
    constexpr quint16 kExtensible = 0xFFFE;
    layout.tag = u16(bytes, 0);
    layout.channels = u16(bytes, 2);
    layout.rate = int(std::min<quint32>(u32(bytes, 4), quint32(std::numeric_limits<int>::max())));
    layout.blockAlign = u16(bytes, 12);
    layout.bits = u16(bytes, 14);
    if (layout.tag == kExtensible && bytes.size() >= 26) layout.tag = u16(bytes, 24); // first two bytes of the sub-format
}

// Walks the chunks up to the sound, which must come after the format.
Result<Layout> readChunks(QIODevice &device, const QString &name)
{
    const QByteArray riff = device.read(12);
    if (riff.size() < 12 || (!riff.startsWith("RIFF") && !riff.startsWith("RF64")) || riff.mid(8, 4) != "WAVE")
        return broken(name, u"not a WAV file"_s);

    Layout layout;
    qint64 wideBytes = -1;
    for (int i = 0; i < kMostChunks; ++i) {
        const QByteArray head = device.read(8);
        if (head.size() < 8) break;
        const QByteArray id = head.left(4);
        const quint32 size = u32(head, 4);
        const qint64 start = device.pos();
        const qint64 left = device.size() - start;
        if (id == "data") {
            qint64 bytes = size;
            if (size == kUnknownSize) bytes = wideBytes > 0 ? wideBytes : left;
            else if (size == 0 && i > 0) bytes = left;
            layout.dataStart = start;
            layout.dataBytes = std::min(bytes, left);
            break;
        }
        if (id == "fmt ") {
            const QByteArray body = device.read(std::min<qint64>(size, 40));
            if (body.size() < 16) return broken(name, u"the format chunk is cut off"_s);
            readFormat(body, layout);
        } else if (id == "ds64") {
            const QByteArray body = device.read(std::min<qint64>(size, 28));
            if (body.size() < 24) return broken(name, u"the ds64 chunk is cut off"_s);
            wideBytes = qint64(std::min<quint64>(u64(body, 8), quint64(std::numeric_limits<qint64>::max())));
        }
        const qint64 next = start + size + (size & 1U); // chunks are padded to even length
        if (next > device.size() || !device.seek(next)) break;
    }
    if (layout.channels == 0 && layout.bits == 0) return broken(name, u"no format chunk"_s);
    if (layout.dataStart < 0) return broken(name, u"no data chunk"_s);
    return layout;
}

QString codecName(quint16 tag, int bits)
{
    if (tag == 1) return bits == 8 ? u"pcm_u8"_s : u"pcm_s%1"_s.arg(bits);
    if (tag == 3) return u"float%1"_s.arg(bits);
    return u"WAV format tag %1"_s.arg(tag);
}

} // namespace

Result<std::unique_ptr<SoundReader>> WavReader::open(std::unique_ptr<QIODevice> device, const QString &name)
{
    const auto layout = readChunks(*device, name);
    if (!layout) return layout.error();
    const bool integer = layout->tag == 1 && (layout->bits == 8 || layout->bits == 16 || layout->bits == 24 || layout->bits == 32);
    const bool floating = layout->tag == 3 && (layout->bits == 32 || layout->bits == 64);
    if (!integer && !floating) return unsupported(name, codecName(layout->tag, layout->bits) + u", %1 bit"_s.arg(layout->bits));
    if (layout->channels < 1 || layout->channels > 64) return unsupported(name, u"%1 channels"_s.arg(layout->channels));
    if (layout->rate < 1000 || layout->rate > 768000) return unsupported(name, u"%1 Hz"_s.arg(layout->rate));
    const int frameBytes = layout->bits / 8 * layout->channels;
    if (layout->blockAlign != frameBytes) return broken(name, u"the frame size does not fit the format"_s);

    std::unique_ptr<WavReader> reader(new WavReader);
    reader->m_coding = floating ? Coding::Float : Coding::Integer;
    reader->m_bytes = layout->bits / 8;
    reader->m_left = layout->dataBytes / frameBytes;
    reader->m_format = {layout->channels, layout->rate, reader->m_left, codecName(layout->tag, layout->bits)};
    if (reader->m_left == 0) return broken(name, u"no sound in it"_s);
    device->seek(layout->dataStart);
    reader->m_device = std::move(device);
    reader->m_name = name;
    return std::unique_ptr<SoundReader>(std::move(reader));
}

Result<qint64> WavReader::read(float *into, qint64 frames)
{
    const int frameBytes = m_bytes * m_format.channels;
    const qint64 wanted = std::min({frames, m_left, qint64(1 << 16)});
    if (wanted <= 0) return qint64(0);
    const QByteArray bytes = m_device->read(wanted * frameBytes);
    const qint64 got = bytes.size() / frameBytes;
    if (got < wanted) { // shorter than it was when it was opened, or a failing disk
        m_left = 0;
        if (got == 0) return broken(m_name, m_device->errorString());
    } else {
        m_left -= got;
    }
    decode(bytes.left(got * frameBytes), into);
    return got;
}

void WavReader::decode(const QByteArray &bytes, float *into) const
{
    const char *in = bytes.constData();
    const qsizetype count = bytes.size() / m_bytes;
    const auto bounded = [](double value) { return std::isfinite(value) ? float(std::clamp(value, -8.0, 8.0)) : 0.0F; };
    for (qsizetype i = 0; i < count; ++i, in += m_bytes) {
        if (m_coding == Coding::Float) {
            into[i] = m_bytes == 4 ? bounded(double(qFromLittleEndian<float>(in))) : bounded(qFromLittleEndian<double>(in));
            continue;
        }
        switch (m_bytes) {
        case 1: into[i] = float(quint8(*in) - 128) / 128.0F; break;
        case 2: into[i] = float(qFromLittleEndian<qint16>(in)) / 32768.0F; break;
        case 3: {
            const quint32 raw = quint32(quint8(in[0])) | quint32(quint8(in[1])) << 8U | quint32(quint8(in[2])) << 16U;
            into[i] = float(qint32(raw << 8U)) / 2147483648.0F;
            break;
        }
        default: into[i] = float(double(qFromLittleEndian<qint32>(in)) / 2147483648.0); break;
        }
    }
}

} // namespace vox
