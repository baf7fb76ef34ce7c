#include "app/providers/local/prompt_cache.h"
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QtEndian>
#include <cstring>

using namespace Qt::StringLiterals;

namespace vox {

namespace {

constexpr char kMagic[] = "VXPR0001";
constexpr qsizetype kMagicBytes = 8;
constexpr qsizetype kDigestBytes = 16;
constexpr qint64 kLargestPrompt = 64 << 20;

QByteArray digest(QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes);
    return hash.result().left(kDigestBytes);
}

template <typename T> void append(QByteArray &out, T value)
{
    const T little = qToLittleEndian(value);
    out.append(reinterpret_cast<const char *>(&little), sizeof little);
}

qint64 bytesOf(const RenderedSpeech &speech)
{
    return qint64(speech.samples.size() * sizeof(std::int16_t) + speech.words.size() * sizeof(SpokenWord)) + 256;
}

} // namespace

// Magic, digest of the rest, counts, words (offset, sample), samples; little-endian.
QByteArray packSpeech(const RenderedSpeech &speech)
{
    QByteArray body;
    append(body, quint32(speech.words.size()));
    append(body, quint32(speech.samples.size()));
    for (const SpokenWord &word : speech.words) {
        append(body, qint64(word.textOffset));
        append(body, qint64(word.sample));
    }
    for (const std::int16_t sample : speech.samples) append(body, sample);
    return QByteArray(kMagic, kMagicBytes) + digest(body) + body;
}

std::optional<RenderedSpeech> unpackSpeech(const QByteArray &bytes)
{
    if (bytes.size() < kMagicBytes + kDigestBytes + 8 || !bytes.startsWith(kMagic)) return std::nullopt;
    const auto body = QByteArrayView(bytes).sliced(kMagicBytes + kDigestBytes);
    if (bytes.mid(kMagicBytes, kDigestBytes) != digest(body)) return std::nullopt;
    const quint64 words = qFromLittleEndian<quint32>(body.data());
    const quint64 samples = qFromLittleEndian<quint32>(body.data() + 4);
    if (quint64(body.size()) != 8 + words * 16 + samples * 2) return std::nullopt;
    RenderedSpeech speech;
    const char *at = body.data() + 8;
    for (quint64 i = 0; i < words; ++i, at += 16)
        speech.words.push_back({qsizetype(qFromLittleEndian<qint64>(at)), qFromLittleEndian<qint64>(at + 8)});
    speech.samples.resize(samples);
    for (quint64 i = 0; i < samples; ++i, at += 2) speech.samples[i] = qFromLittleEndian<qint16>(at);
    return speech;
}

PromptCache::PromptCache(const QString &folder, Limits limits) : m_folder(folder), m_limits(limits)
{
    if (!m_folder.isEmpty() && QDir().mkpath(m_folder)) prune();
}

void PromptCache::prune() const
{
    qint64 total = 0;
    const auto files = QDir(m_folder).entryInfoList({u"*.prompt"_s}, QDir::Files, QDir::Time); // newest first
    for (const QFileInfo &file : files) {
        total += file.size();
        if (total > m_limits.diskBytes) QFile::remove(file.filePath());
    }
}

QByteArray PromptCache::key(const QString &engine, const QString &text, const VoiceSettings &settings)
{
    const QStringList parts{engine, settings.language, settings.voice, QString::number(settings.rate), QString::number(settings.pitch),
                            QString::number(settings.volume), text};
    return QCryptographicHash::hash(parts.join(QChar(0x1F)).toUtf8(), QCryptographicHash::Sha256);
}

QString PromptCache::pathOf(const QByteArray &key) const
{
    return m_folder + u'/' + QString::fromLatin1(key.toHex()) + u".prompt"_s;
}

std::shared_ptr<const RenderedSpeech> PromptCache::find(const QByteArray &key)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_index.constFind(key);
    if (found == m_index.constEnd()) return nullptr;
    m_recent.splice(m_recent.begin(), m_recent, *found);
    return (*found)->speech;
}

bool PromptCache::load(const QByteArray &key)
{
    if (find(key)) return true;
    if (m_folder.isEmpty()) return false;
    QFile file(pathOf(key));
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestPrompt) return false;
    auto speech = unpackSpeech(file.readAll());
    file.close();
    if (!speech) {
        file.remove();
        return false;
    }
    keep(key, std::move(*speech));
    return true;
}

void PromptCache::keep(const QByteArray &key, RenderedSpeech speech)
{
    const qint64 bytes = bytesOf(speech);
    if (bytes > m_limits.memoryBytes / 4) return; // one long text must not throw out all the rest
    auto shared = std::make_shared<const RenderedSpeech>(std::move(speech));
    const std::lock_guard lock(m_mutex);
    if (const auto old = m_index.constFind(key); old != m_index.cend()) {
        m_bytes -= bytesOf(*(*old)->speech);
        m_recent.erase(*old);
        m_index.erase(old);
    }
    m_recent.push_front({key, std::move(shared)});
    m_index.insert(key, m_recent.begin());
    m_bytes += bytes;
    while (m_bytes > m_limits.memoryBytes) {
        const Entry &oldest = m_recent.back();
        m_bytes -= bytesOf(*oldest.speech);
        m_index.remove(oldest.key);
        m_recent.pop_back();
    }
}

void PromptCache::store(const QByteArray &key, RenderedSpeech speech)
{
    if (!m_folder.isEmpty()) {
        QSaveFile file(pathOf(key));
        const QByteArray bytes = packSpeech(speech);
        if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()) file.commit();
    }
    keep(key, std::move(speech));
}

qint64 PromptCache::memoryBytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

} // namespace vox
