#include "app/providers/local/sherpa_stream.h"
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <chrono>
#include <cmath>

using namespace Qt::StringLiterals;

namespace vox {

namespace {

qint64 usOfSamples(qint64 samples) { return samples * 1000000 / kSampleRate; }

QString withSpace(const QString &before, const QString &after)
{
    return before.isEmpty() || after.isEmpty() ? before + after : before + u' ' + after;
}

QString textOf(const char *json) { return QJsonDocument::fromJson(QByteArray(json)).object().value("text"_L1).toString().trimmed(); }

// Decoders look ahead: without this the last word would stay in them.
const std::vector<float> &quiet()
{
    static const std::vector<float> samples(std::size_t(kSampleRate) * 6 / 10, 0.0f);
    return samples;
}

} // namespace

SherpaOnlineStream::~SherpaOnlineStream() { close(); }

void SherpaOnlineStream::close()
{
    if (m_stream) m_model->library().closeOnline(m_stream);
    m_stream = nullptr;
}

QString SherpaOnlineStream::decode()
{
    const SherpaLibrary &sherpa = m_model->library();
    while (sherpa.mayDecode(m_model->online(), m_stream)) sherpa.decodeOnline(m_model->online(), m_stream);
    const char *json = sherpa.onlineJson(m_model->online(), m_stream);
    if (!json) return {};
    const QString text = textOf(json);
    sherpa.freeOnlineJson(json);
    return text;
}

bool SherpaOnlineStream::hear(Samples samples, Ask ask, Transcript &into)
{
    const std::lock_guard lock(m_mutex);
    const SherpaLibrary &sherpa = m_model->library();
    QString open;
    if (!m_stream && !samples.empty()) {
        m_stream = sherpa.openOnline(m_model->online());
        if (!m_stream) return false;
    }
    if (m_stream) {
        std::vector<float> sound(samples.begin(), samples.end());
        for (float &sample : sound) sample = std::isfinite(sample) ? std::clamp(sample, -1.0f, 1.0f) : 0.0f;
        sherpa.hearOnline(m_stream, kSampleRate, sound.data(), std::int32_t(sound.size()));
        m_heard += qint64(sound.size());
        if (ask == Ask::Final) {
            sherpa.hearOnline(m_stream, kSampleRate, quiet().data(), std::int32_t(quiet().size()));
            sherpa.endOnline(m_stream);
        }
        open = decode();
    }
    if (ask == Ask::Final) {
        m_told = withSpace(m_told, open);
        open.clear();
        close();
    }
    into = {};
    into.text = withSpace(m_told, open);
    into.audioUs = usOfSamples(m_heard);
    return true;
}

QString SherpaOfflineStream::decode(const std::vector<float> &samples) const
{
    if (samples.empty()) return {};
    const SherpaLibrary &sherpa = m_model->library();
    const auto *stream = sherpa.openOffline(m_model->offline());
    if (!stream) return {};
    sherpa.hearOffline(stream, kSampleRate, samples.data(), std::int32_t(samples.size()));
    sherpa.decodeOffline(m_model->offline(), stream);
    const char *json = sherpa.offlineJson(stream);
    const QString text = json ? textOf(json) : QString();
    if (json) sherpa.freeOfflineJson(json);
    sherpa.closeOffline(stream);
    return text;
}

bool SherpaOfflineStream::hear(Samples samples, Ask ask, Transcript &into)
{
    const std::lock_guard lock(m_mutex);
    m_segment.add(samples);
    while (m_segment.isTooLong()) {
        m_told = withSpace(m_told, decode(m_segment.takeOldest().samples));
        m_newest.clear();
        m_looked = m_segment.newestStart();
    }
    // Nothing but quiet since the last look: its text stands.
    const bool news = m_segment.speechEnd() > m_lookedSpeech || m_looked == m_segment.newestStart();
    const bool due = ask == Ask::Final ? news : m_segment.length() >= m_looked + m_lookEvery && m_segment.speechEnd() > m_lookedSpeech;
    if (due && m_segment.speech() > 0) {
        const auto before = std::chrono::steady_clock::now();
        m_newest = decode(m_segment.newest().samples);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - before;
        m_looked = m_segment.length();
        m_lookedSpeech = m_segment.speechEnd();
        m_lookEvery = std::max(kLookEvery, std::size_t(2 * took.count() * kSampleRate));
    }
    into = {};
    into.text = withSpace(m_told, m_newest);
    into.audioUs = usOfSamples(qint64(m_looked));
    return true;
}

} // namespace vox
