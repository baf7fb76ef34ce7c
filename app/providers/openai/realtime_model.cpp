#include "app/providers/openai/realtime_model.h"
#include "app/providers/openai/realtime_transcription.h"
#include <QJsonArray>
#include <QUrlQuery>
#include <algorithm>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostPlaces = 64;
constexpr std::int64_t kBeforeSilenceUs = 300000; // for the next words to come through the dialogue

QJsonObject realtimeSetup(const RealtimeModelOptions &options)
{
    const QJsonObject output{{u"format"_s, QJsonObject{{u"type"_s, u"audio/pcm"_s}, {u"rate"_s, 24000}}},
                             {u"voice"_s, options.voice},
                             {u"speed"_s, std::clamp(options.rate, 0.25, 1.5)}};
    return {{u"type"_s, u"realtime"_s},
            {u"output_modalities"_s, QJsonArray{u"audio"_s}},
            {u"instructions"_s, QString()},
            {u"tools"_s, QJsonArray()},
            {u"tool_choice"_s, u"auto"_s},
            {u"audio"_s, QJsonObject{{u"input"_s, realtimeInput(realtimeTranscription(options.recognitionModel, options.language, {}))}, {u"output"_s, output}}}};
}

} // namespace

SpeechModel makeRealtimeModel(WebSockets &sockets, const RealtimeModelOptions &options, Executor &executor)
{
    QUrl address = options.address;
    QUrlQuery query(address);
    query.addQueryItem(u"model"_s, options.model);
    address.setQuery(query);
    auto session = std::make_shared<RealtimeSession>(sockets, RealtimeSession::Options{address, options.key, options.timeoutMs}, executor);
    session->configure(realtimeSetup(options));
    auto talk = std::make_shared<RealtimeTalk>(session, RealtimeTalk::Options{options.name, options.model}, executor);
    SpeechModel made;
    made.ear = std::make_unique<RealtimeTranscription>(
        session, RealtimeTranscription::Options{options.name, options.address, {}, options.recognitionModel, options.language, options.timeoutMs}, executor);
    made.ear->setProvider(options.name);
    made.mind = std::make_unique<RealtimeMind>(talk);
    made.voice = std::make_unique<RealtimeVoice>(talk, executor);
    made.model = options.model;
    session->need();
    return made;
}

RealtimeMind::~RealtimeMind()
{
    m_talk->setMind(nullptr);
    m_talk->stop();
}

RealtimeVoice::RealtimeVoice(std::shared_ptr<RealtimeTalk> talk, Executor &executor) : m_talk(std::move(talk)), m_executor(executor)
{
    m_talk->setVoice([this] { goOn(); }, [this](const SpeechUsage &usage) { if (m_listener) m_listener->usageCounted(usage); });
}

RealtimeVoice::~RealtimeVoice()
{
    *m_alive = false;
    m_talk->setVoice({}, {});
    RealtimeVoice::stop();
}

// Words without any sound are for another voice.
bool RealtimeVoice::isNext(const RealtimeTalk::Said &said, const QString &text)
{
    return said.speech.samples() > 0 && said.speech.match(said.spoken, text) >= 0;
}

bool RealtimeVoice::isMine(const QString &text) const
{
    return std::any_of(m_talk->said().cbegin(), m_talk->said().cend(), [&](const auto &said) { return isNext(*said, text); });
}

void RealtimeVoice::speak(const QString &text, const VoiceSettings &settings)
{
    stop();
    ++m_nth;
    m_volume = settings.volume;
    m_executor.openCall();
    auto &all = m_talk->said();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto &said) { return isNext(*said, text); });
    if (found == all.end()) {
        m_said = std::make_shared<RealtimeTalk::Said>(RealtimeTalk::Said{RealtimeSpeech({}), 0, 0, 0, false, Error(Error::Code::SpeechFailed, {text.left(40)})});
        return goOnLater();
    }
    all.erase(all.begin(), found); // nobody asked for the rest of them
    m_said = all.front();
    m_end = m_said->speech.match(m_said->spoken, text);
    m_said->spoken = m_end;
    m_limit.reset();
    m_places.push_back({m_nth, m_said, m_said->sounded});
    if (m_places.size() > kMostPlaces) m_places.pop_front();
    goOnLater();
}

void RealtimeVoice::stop()
{
    stopTimer();
    if (!std::exchange(m_said, nullptr)) return;
    m_executor.closeCall();
}

// Who listens may not be called before speak() has returned.
void RealtimeVoice::goOnLater()
{
    m_executor.post([this, alive = m_alive, nth = m_nth] {
        if (*alive && nth == m_nth) goOn();
    });
}

bool RealtimeVoice::moreWasHanded() const
{
    return !m_said->speech.text().mid(m_end, m_said->handed - m_end).trimmed().isEmpty();
}

void RealtimeVoice::stopTimer()
{
    if (m_timer) m_executor.cancel(std::exchange(m_timer, 0));
}

// All of this piece was handed over and the next one waits for the end of its sentence: it must not wait until silence.
void RealtimeVoice::callForMore()
{
    if (m_timer || m_said->hungry) return;
    m_timer = m_executor.callAt(std::max(m_executor.nowUs(), m_lastsUs - kBeforeSilenceUs), [this] {
        m_timer = 0;
        if (!m_said) return;
        m_talk->feed(m_said);
        goOn();
    });
}

// This piece's sound ends where the next words begin, once there are some; it is over once they were handed to the mind.
void RealtimeVoice::goOn()
{
    if (!m_said) return;
    const auto said = m_said;
    const RealtimeSpeech &speech = said->speech;
    const bool beyond = !speech.text().mid(m_end).trimmed().isEmpty();
    const bool last = speech.isOver() && !beyond;
    if (last) m_limit = speech.samples();
    else if (!m_limit && beyond) m_limit = std::max(said->sounded, speech.endOf(m_end));
    if (m_limit && speech.soundIsOver()) m_limit = std::min(*m_limit, speech.samples());
    const qint64 to = m_limit ? std::min(*m_limit, speech.samples()) : speech.samples();
    if (to > said->sounded) {
        const Samples piece = speech.sound().subspan(std::size_t(said->sounded), std::size_t(to - said->sounded));
        m_piece.assign(piece.begin(), piece.end());
        for (float &sample : m_piece) sample *= float(m_volume);
        m_lastsUs = std::max(m_lastsUs, m_executor.nowUs()) + (to - said->sounded) * 1000000 / kSampleRate;
        said->sounded = to;
        if (m_listener) m_listener->speechArrived(m_piece);
        if (m_said != said) return; // the listener stopped us
    }
    if (m_limit && said->sounded >= *m_limit) {
        if (!last && !moreWasHanded() && !speech.isOver() && !said->broken) return callForMore();
        if (last) {
            said->speech.letGoOfSound();
            auto &all = m_talk->said();
            all.erase(std::remove(all.begin(), all.end(), said), all.end());
        }
        stop();
        if (m_listener) m_listener->speechFinished();
    } else if (said->broken) {
        const Error error = *said->broken;
        stop();
        if (m_listener) m_listener->speechFailed(error);
    }
}

void RealtimeVoice::cut(qint64 nth, qint64 samples)
{
    const auto place = std::find_if(m_places.begin(), m_places.end(), [nth](const Place &one) { return one.nth == nth; });
    if (place != m_places.end()) m_talk->cut(place->said, place->from + samples);
    m_places.clear();
}

} // namespace vox
