#include "app/providers/local/phrase_recogniser.h"
#include "app/providers/local/phrase_decoder.h"
#include "app/realtime/executor.h"
#include "app/realtime/work_pool.h"
#include <QDir>
#include <algorithm>
#include <mutex>

using namespace Qt::StringLiterals;

namespace vox {

namespace {
constexpr std::size_t kLongestSegment = 30 * kSampleRate; // a phrase is shorter; the rest does not count
constexpr double kTaken = 0.5;
}

struct PhraseRecogniser::Core {
    QString acousticModel;
    std::mutex mutex; // jobs of one conversation may meet on two threads
    std::unique_ptr<PhraseDecoder> decoder;

    Result<void> listenFor(const QStringList &phrases)
    {
        if (!decoder) {
            auto opened = PhraseDecoder::open(acousticModel);
            if (!opened) return opened.error();
            decoder = std::move(*opened);
        }
        return decoder->listenFor(phrases);
    }

    // On the pool.
    Result<Transcript> hear(const QStringList &phrases, Samples samples)
    {
        const std::lock_guard lock(mutex);
        Transcript transcript;
        transcript.audioUs = qint64(samples.size()) * 1000000 / kSampleRate;
        transcript.confidence = 0;
        if (phrases.isEmpty()) return transcript;
        if (const auto ready = listenFor(phrases); !ready) return ready.error();
        const auto heard = decoder->hear(samples);
        transcript.confidence = heard.confidence;
        if (heard.confidence >= kTaken) transcript.text = heard.phrase;
        return transcript;
    }
};

struct PhraseRecogniser::Request {
    std::mutex gate; // held while posting, so that nobody posts to an executor after it was abandoned
    Executor *executor = nullptr;
    PhraseRecogniser *owner = nullptr; // executor's thread only
    Ticket ticket = 0;
    WorkPool::Ticket job;
};

PhraseRecogniser::PhraseRecogniser(const QString &acousticModel, Executor &executor, WorkPool &pool)
    : m_core(std::make_shared<Core>()), m_executor(executor), m_pool(pool)
{
    m_core->acousticModel = acousticModel;
}

PhraseRecogniser::~PhraseRecogniser() { abandon(); }

void PhraseRecogniser::expect(const QStringList &phrases)
{
    if (phrases == m_phrases) return;
    m_phrases = phrases;
    if (phrases.isEmpty()) return;
    // Beforehand, so that the grammar is ready when the caller has spoken; what goes wrong shows at requestFinal().
    m_pool.submit({WorkPool::Urgency::Partial, 0, [core = m_core, phrases](const std::atomic_bool &) {
                       const std::lock_guard lock(core->mutex);
                       (void)core->listenFor(phrases);
                   }});
}

void PhraseRecogniser::begin()
{
    abandon();
    m_segment.clear();
}

void PhraseRecogniser::drop() { begin(); }

void PhraseRecogniser::feed(Samples samples)
{
    const std::size_t room = kLongestSegment - std::min(kLongestSegment, m_segment.size());
    const auto taken = samples.first(std::min(samples.size(), room));
    m_segment.insert(m_segment.end(), taken.begin(), taken.end());
}

void PhraseRecogniser::abandon()
{
    const auto request = std::exchange(m_request, nullptr);
    if (!request) return;
    request->owner = nullptr;
    request->job.cancel();
    {
        const std::lock_guard lock(request->gate);
        request->executor = nullptr;
    }
    m_executor.closeCall();
}

SpeechToText::Ticket PhraseRecogniser::requestFinal()
{
    abandon();
    m_request = std::make_shared<Request>();
    m_request->executor = &m_executor;
    m_request->owner = this;
    m_request->ticket = ++m_lastTicket;
    m_executor.openCall();
    m_request->job = m_pool.submit({WorkPool::Urgency::Final, std::uint32_t(m_segment.size()),
                                    [core = m_core, request = m_request, phrases = m_phrases, segment = m_segment](const std::atomic_bool &) {
                                        const auto heard = core->hear(phrases, segment);
                                        const std::lock_guard lock(request->gate);
                                        if (!request->executor) return;
                                        request->executor->post([request, heard] {
                                            if (request->owner) request->owner->answer(request, heard);
                                        });
                                    }});
    return m_request->ticket;
}

void PhraseRecogniser::answer(const std::shared_ptr<Request> &request, const Result<Transcript> &heard)
{
    abandon();
    if (!m_listener) return;
    if (heard) m_listener->finalHeard(request->ticket, *heard);
    else m_listener->recognitionFailed(heard.error());
}

LocalRecogniser phraseRecogniser()
{
    LocalRecogniser row;
    row.provider = u"phrases"_s;
    row.languages = QStringList{u"ru"_s};
    row.prepare = []() -> Result<void> {
        if (!QDir(PhraseDecoder::usualModel()).exists()) return Error{Error::Code::ModelMissing, {u"pocketsphinx"_s, PhraseDecoder::usualModel()}};
        return {};
    };
    row.make = [](const QString &, Executor &executor, WorkPool &pool) -> Result<std::unique_ptr<SpeechToText>> {
        return std::unique_ptr<SpeechToText>(std::make_unique<PhraseRecogniser>(PhraseDecoder::usualModel(), executor, pool));
    };
    return row;
}

} // namespace vox
