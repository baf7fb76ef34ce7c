#include "app/host/conversation.h"
#include "app/host/hearing_chain.h"
#include "app/host/loudness.h"
#include "app/host/two_voices.h"
#include "app/host/voice_chain.h"
#include "app/realtime/work_pool.h"

using namespace Qt::StringLiterals;

namespace vox {

namespace {
constexpr std::size_t kMeterSamples = 5 * kBlockSamples;

// Agents name the shortest wait after finished words and the longest after unfinished ones; what they leave out stays.
TurnSettings turnSettings(const QJsonObject &json) { return fromJson<TurnSettings>(json); }

bool needsVoice(const CallPlan &plan) { return plan.ttsProvider != "none"_L1; }

// Without it the call goes on with the agent's other parts.
void openSpeechModel(const CallPlan &plan, Conversation::World world, ConversationParts &parts)
{
    VoiceSettings voice = plan.voice;
    voice.voice = plan.speechVoice;
    if (plan.voices.size() > 1) voice.language.clear(); // the caller may speak any of them
    auto made = world.ports.speechModel(plan.speechModel, voice, world.executor);
    if (!made) {
        parts.failures << made.error();
        return;
    }
    if (!plan.textOnly) parts.recogniser = std::move(made->ear);
    parts.speechModel = std::move(*made);
}
} // namespace

Conversation::Conversation(CallPlan plan, std::unique_ptr<Line> line, std::shared_ptr<CallObserver> observer, World world,
                           std::function<void()> finished)
    : m_plan(std::move(plan)), m_settings(turnSettings(m_plan.settings)), m_line(std::move(line)), m_observer(std::move(observer)),
      m_world(world), m_finishedCallback(std::move(finished)), m_mouth(*this),
      m_mind({m_plan.program, m_plan.classifier, m_plan.language, m_plan.modelProvider, m_plan.model, m_plan.id.text(),
              m_plan.secondModelProvider, m_plan.secondModel, m_plan.secondModelAfterMs, m_plan.before}, world.ports, world.executor, *this),
      m_language(m_plan.language)
{
    if (m_plan.before) m_utterances = m_plan.before->utterances, m_answers = m_plan.before->answers;
    m_outbox.reserve(32);
    m_turnEvents.reserve(16);
    m_meterCaller.reserve(kMeterSamples);
    m_meterAgent.reserve(kMeterSamples);
    if (m_plan.cancelEcho) m_echo = std::make_unique<EchoCanceller>(200, EchoCanceller::Noise::Keep);
}

Conversation::~Conversation()
{
    *m_alive = false;
    m_ear.useRecogniser(nullptr, nullptr);
}

ConversationParts Conversation::open(const CallPlan &plan, World world, Executor &disk, JournalWriter &journals, Recorder::Failed failed)
{
    ConversationParts parts;
    if (!plan.folder.isEmpty()) parts.recorder = Recorder::open(plan.folder, disk, journals, std::move(failed));
    if (!plan.speechModel.isEmpty()) openSpeechModel(plan, world, parts);
    if (!plan.textOnly) parts.activity = world.ports.voiceActivity();
    if (!plan.textOnly && !parts.recogniser) {
        auto recogniser = world.ports.speechToText(plan.sttProvider, plan.language, world.executor);
        if (!recogniser && !plan.sttSecond.isEmpty())
            if (auto second = world.ports.speechToText(plan.sttSecond, plan.language, world.executor)) {
                (*second)->setStandsInBecause(recogniser.error());
                recogniser = std::move(second);
            }
        if (recogniser) {
            parts.recogniser = std::move(*recogniser);
            if (parts.recogniser->standsInBecause()) parts.failures << *parts.recogniser->standsInBecause();
        }
        else parts.failures << recogniser.error();
    }
    if (needsVoice(plan)) {
        auto voice = world.ports.textToSpeech(plan.ttsProvider, plan.voice, world.executor);
        if (voice) parts.voice = std::move(*voice);
        else parts.failures << voice.error();
    }
    return parts;
}

void Conversation::begin(ConversationParts parts)
{
    if (m_finished) return;
    m_begun = true;
    m_recorder = std::move(parts.recorder);
    m_ear.useActivity(std::move(parts.activity));
    m_hearsItself = parts.speechModel && parts.recogniser;
    m_ear.useRecogniser(chained(std::move(parts.recogniser)), this);
    const QString own = parts.speechModel ? m_plan.speechModel : QString();
    const QString model = parts.speechModel ? parts.speechModel->model : m_plan.model;
    if (parts.speechModel) useSpeechModel(std::move(*parts.speechModel), std::move(parts.voice));
    else if (needsVoice(m_plan)) m_mouth.useVoice(chained(std::move(parts.voice)));
    m_capturedAtUs = m_world.executor.nowUs();
    emitAt({}, events::Started{m_plan.id.text(), m_plan.agent, m_plan.agentName, m_plan.revision, m_plan.language, {},
                               m_plan.channel, m_plan.startedAt.value, m_line->playoutDelayUs(), m_hearsItself ? own : m_plan.sttProvider,
                               m_plan.ttsProvider, own.isEmpty() ? m_plan.modelProvider : own, model});
    if (m_plan.before) happened(events::TookOver{u"conversation"_s, m_plan.before->conversation, m_plan.id.text(), {}});
    for (const Error &failure : parts.failures) emitFailure(failure);
    m_line->start(m_world.executor, *this);
    m_mind.begin(m_plan.startedAt);
    flush();
}

void Conversation::soundArrived()
{
    if (m_wakePosted.exchange(true)) return;
    m_world.executor.post([this] { pull(); });
}

void Conversation::callerTyped(const QString &text)
{
    m_world.executor.post([this, text] { typed(text); });
}

void Conversation::callerPressed(const QString &digits)
{
    m_world.executor.post([this, digits] { pressed(digits); });
}

void Conversation::lineTroubled(const Error &error)
{
    m_world.executor.post([this, alive = m_alive, error] {
        if (!*alive || m_finished) return;
        if (error.code == Error::Code::DeviceLost) happened(events::DeviceChanged{u"lost"_s, error.args.value(0)});
        emitFailure(error);
        flush();
    });
}

void Conversation::pull()
{
    m_wakePosted = false;
    AudioBlock block;
    while (!m_finished) {
        switch (m_line->captured(block)) {
        case Line::Captured::Wait: return;
        case Line::Captured::Ended: return lineEnded();
        case Line::Captured::Block:
            settlePlay();
            if (!m_finished) hear(block);
        }
    }
}

void Conversation::hear(AudioBlock &block)
{
    if (m_muted) block = {};
    const std::int64_t captured = m_ear.samples() + kBlockSamples;
    m_capturedAtUs = m_world.executor.nowUs();
    AudioBlock agent;
    m_lane.take(captured, agent);
    if (m_echo) {
        AudioBlock clean;
        m_echo->process(block, agent, clean);
        m_echoLoss.add(block, clean, agent, m_turn.voiced);
        block = m_echoGate.isEcho(clean, agent) ? AudioBlock{} : clean;
    }
    if (m_recorder && m_recorder->append(block, agent) == Recorder::Disk::IsBehind) awaitDisk();
    const float probability = m_ear.hear(block);
    const std::int64_t nowUs = m_ear.heardUpTo().value;
    if (m_ear.hasRecogniser()) turn(TurnEvent::voice(nowUs, kBlockUs, probability));
    if (m_turn.wakeAtUs && *m_turn.wakeAtUs <= nowUs) turn(TurnEvent::plain(TurnEvent::Kind::Tick, nowUs));
    recognitionLate();

    // Silence may come late, speech may not: an answer that is about to come need not wait for the next block.
    m_playOwed = true;
    if (m_mouth.ready() || !(m_latency.waiting() || m_mouth.soundPending())) settlePlay();
    meter(block, agent, probability);
    if (m_plan.longestMs > 0 && nowUs >= m_plan.longestMs * 1000) finish(Outcome::CutOff, u"longest call"_s);
}

// A virtual clock must not run away from the disk; a real one does not wait.
void Conversation::awaitDisk()
{
    Executor *executor = &m_world.executor;
    executor->openCall();
    m_recorder->onceWritten([executor] { executor->post([executor] { executor->closeCall(); }); });
}

void Conversation::settlePlay()
{
    if (!m_playOwed) return;
    m_playOwed = false;
    play();
}

void Conversation::play()
{
    AudioBlock block;
    const std::int64_t position = m_lane.position(m_ear.samples(), m_line->playoutDelayUs());
    // What the mouth reports may stop the mouth: turns wait until it has finished speaking its block.
    const bool inTurn = std::exchange(m_inTurn, true);
    m_mouth.fill(block, microsOfSamples(position), m_ear.heardUpTo());
    m_inTurn = inTurn;
    m_lane.place(position, block);
    m_line->play(block);
    if (!inTurn) takeTurns();
    if (m_stopping) {
        m_stopping->silentUs = std::max(m_stopping->firstSampleUs, m_mouth.lastAudible().value);
        emitAt(Micros{m_stopping->decidedUs}, *std::exchange(m_stopping, std::nullopt));
    }
    flush();
    finishIfSaid();
}

void Conversation::meter(const AudioBlock &caller, const AudioBlock &agent, float probability)
{
    m_meterCaller.insert(m_meterCaller.end(), caller.samples.begin(), caller.samples.end());
    m_meterAgent.insert(m_meterAgent.end(), agent.samples.begin(), agent.samples.end());
    if (m_meterCaller.size() < kMeterSamples) return;
    const CallObserver::Meter meter{m_ear.heardUpTo(), levelDb(m_meterCaller), levelDb(m_meterAgent),
                                    probability >= m_settings.voiceThreshold, m_echoLoss.db()};
    if (m_observer) m_observer->metered(meter, m_meterCaller, m_meterAgent);
    m_meterCaller.clear();
    m_meterAgent.clear();
}

void Conversation::callerLeaves()
{
    if (m_finished) return;
    m_mind.callerLeft();
    if (m_ending) finish(m_ending->first, m_ending->second);
    else finish(Outcome::CallerLeft, {});
}

void Conversation::lineEnded()
{
    const auto error = m_line->error();
    if (!error) return callerLeaves();
    happened(events::DeviceChanged{u"lost"_s, error->args.value(0)});
    emitFailure(*error);
    m_mind.callerLeft();
    finish(Outcome::Failed, error->codeName());
}

void Conversation::cutOff(const QString &reason) { finish(Outcome::CutOff, reason); }

void Conversation::finishIfSaid()
{
    if (m_ending && !m_mouth.busy()) finish(m_ending->first, m_ending->second);
    else tellLine();
}

void Conversation::finish(Outcome outcome, const QString &reason)
{
    if (m_finished) return;
    m_finished = true;
    m_latency.cancel();
    m_mouth.stop(m_ear.heardUpTo());
    m_ear.close();
    if (m_begun) {
        tellLine(false);
        m_line->stop();
    }
    flush();
    happened(events::Ended{outcome, reason});
    flush();
    const auto done = [this] {
        m_world.executor.post([this] {
            if (m_observer) m_observer->ended(m_plan.id);
            const auto finished = std::move(m_finishedCallback);
            finished(); // deletes this
        });
    };
    if (m_recorder) m_recorder->finish(done);
    else done();
}

void Conversation::emitAt(Micros at, EventBody body) { m_outbox.push_back({at, std::move(body)}); }

void Conversation::emitFailure(const Error &error)
{
    happened(events::Failure{error.codeName(), error.args, error.detail});
}

void Conversation::recordingFailed(const Error &error)
{
    if (!m_finished) emitFailure(error);
}

// Events go out after the sound: writing them down is never what a caller waits for.
void Conversation::flush()
{
    if (m_checkpoint) {
        const auto &[at, state] = *m_checkpoint;
        for (const History::Shared &entry : state.history.since(m_remembered))
            emitAt(at, events::Remembered{entry->number, entry->line.who, entry->line.text, entry->line.calls});
        m_remembered = state.history;
        emitAt(at, events::Checkpoint{state.toJson(DialogueState::Lines::Counted)});
        m_checkpoint.reset();
    }
    for (std::size_t i = 0; i < m_outbox.size(); ++i) {
        if (m_recorder) m_recorder->append(m_outbox[i]);
        if (m_observer) m_observer->eventHappened(m_outbox[i]);
    }
    m_outbox.clear();
}

void Conversation::tellLine()
{
    if (!m_finished) tellLine(m_mind.listening() && !m_mouth.busy() && !m_awaitsFinal && !m_ending);
}

void Conversation::tellLine(bool listens)
{
    if (listens == m_toldListens) return;
    m_toldListens = listens;
    m_line->agentListens(listens);
}

VoiceSettings Conversation::voiceFor(const QString &language) const
{
    if (language.isEmpty() || language == m_plan.voice.language) return m_plan.voice;
    if (const auto found = m_plan.voices.constFind(language); found != m_plan.voices.cend()) return *found;
    VoiceSettings voice = m_plan.voice;
    voice.language = language;
    voice.voice.clear();
    return voice;
}

std::unique_ptr<SpeechToText> Conversation::chained(std::unique_ptr<SpeechToText> first)
{
    if (!first) return nullptr;
    const QString from = first->provider().isEmpty() ? m_plan.sttProvider : first->provider();
    const auto makeSecond = [this, from](HearingChain::Made made) {
        m_world.executor.openCall();
        m_world.pool.submit({WorkPool::Urgency::Speech, 0, [world = m_world, second = m_plan.sttSecond, from, language = m_language, made](const std::atomic_bool &) {
            auto recogniser = std::make_shared<Result<std::unique_ptr<SpeechToText>>>(
                second.isEmpty() || second == from ? world.ports.speechToTextInstead(from, language, world.executor)
                                                   : world.ports.speechToText(second, language, world.executor));
            if (*recogniser && (**recogniser)->provider().isEmpty()) (**recogniser)->setProvider(second);
            world.executor.post([world, recogniser, made] {
                world.executor.closeCall();
                made(std::move(*recogniser));
            });
        }});
    };
    const auto tookOver = [this, from](const Error &why, const QString &by) {
        emitFailure(why);
        happened(events::TookOver{u"recogniser"_s, from, by, why.codeName()});
        if (m_awaitsFinal) m_latency.waitsFor(Part::Recognition, now(), by);
    };
    return std::make_unique<HearingChain>(std::move(first), makeSecond, tookOver, m_world.executor);
}

std::unique_ptr<TextToSpeech> Conversation::chained(std::unique_ptr<TextToSpeech> first)
{
    const QString by = m_plan.ttsSecond.isEmpty() ? u"espeak"_s : m_plan.ttsSecond;
    const auto makeSecond = [this, by](VoiceChain::Made made) {
        m_world.executor.openCall();
        m_world.pool.submit({WorkPool::Urgency::Speech, 0, [world = m_world, by, voice = voiceFor(m_language), made](const std::atomic_bool &) {
            auto second = std::make_shared<Result<std::unique_ptr<TextToSpeech>>>(
                world.ports.textToSpeech(by, voice, world.executor));
            world.executor.post([world, second, made] {
                world.executor.closeCall();
                made(std::move(*second));
            });
        }});
    };
    const auto tookOver = [this, by](const Error &why) { happened(events::TookOver{u"voice"_s, m_plan.ttsProvider, by, why.codeName()}); };
    return std::make_unique<VoiceChain>(std::move(first), makeSecond, [this](const Error &error) { emitFailure(error); }, tookOver, m_world.executor);
}

// Mind and voice of one model; the agent's own voice says what is not the model's.
void Conversation::useSpeechModel(SpeechModel model, std::unique_ptr<TextToSpeech> voice)
{
    m_mind.useModel(std::move(model.mind), model.model);
    if (!needsVoice(m_plan)) return;
    const QString by = m_plan.ttsProvider.isEmpty() ? u"local"_s : m_plan.ttsProvider;
    const auto tookOver = [this, by](const Error &why) {
        emitFailure(why);
        happened(events::TookOver{u"voice"_s, m_plan.speechModel, by, why.codeName()});
    };
    m_mouth.useVoice(std::make_unique<TwoVoices>(std::move(model.voice), chained(std::move(voice)), tookOver, m_world.executor));
}

void Conversation::openRecogniser()
{
    if (m_hearsItself) return; // whatever is spoken
    m_world.executor.openCall();
    m_world.pool.submit({WorkPool::Urgency::Speech, 0, [this, world = m_world, alive = m_alive, provider = m_plan.sttProvider, language = m_language](const std::atomic_bool &) {
        auto made = std::make_shared<Result<std::unique_ptr<SpeechToText>>>(world.ports.speechToText(provider, language, world.executor));
        world.executor.post([this, world, alive, made, language] {
            world.executor.closeCall();
            if (!*alive || language != m_language) return;
            if (*made) m_ear.useRecogniser(chained(std::move(**made)), this);
            else emitFailure(made->error());
        });
    }});
}

} // namespace vox
