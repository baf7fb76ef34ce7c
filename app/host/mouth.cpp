#include "app/host/mouth.h"
#include "app/host/loudness.h"
#include <algorithm>
#include <cmath>

namespace vox {

namespace {
constexpr std::size_t kEnoughToStart = 60 * kSampleRate / 1000; // so that a voice that streams does not run dry at once
constexpr std::size_t kLeadIn = 3 * kSampleRate / 1000;         // kept before the first audible sample
constexpr std::size_t kAhead = 20 * kSampleRate;                // synthesised but not played, at most about this much
} // namespace

Mouth::Mouth(Listener &listener) : m_listener(listener) {}

Mouth::~Mouth()
{
    if (m_voice) m_voice->setListener(nullptr);
}

void Mouth::useVoice(std::unique_ptr<TextToSpeech> voice)
{
    m_voice = std::move(voice);
    if (m_voice) m_voice->setListener(this);
}

bool Mouth::Chunk::playable() const
{
    return done || (loud && sound.size() >= firstLoud + kEnoughToStart);
}

Mouth::Answer Mouth::makeAnswer(Sentence sentence) const
{
    Answer answer;
    qsizetype offset = 0;
    const QStringList pieces = sentence.fixed ? QStringList{sentence.text} : splitSentences(sentence.text);
    for (const QString &piece : pieces) {
        Chunk chunk;
        chunk.offset = offset;
        chunk.text = piece;
        chunk.asked = chunk.done = !m_voice;
        offset += piece.size();
        answer.chunks.push_back(std::move(chunk));
    }
    answer.chunks.front().trim = m_answers.empty();
    answer.sentence = std::move(sentence);
    return answer;
}

void Mouth::say(Sentence sentence)
{
    if (isPrepared(sentence.text, sentence.voice)) {
        m_prepared->sentence = std::move(sentence);
        m_answers.push_back(std::move(*m_prepared));
        m_prepared.reset();
    } else {
        dropPrepared();
        m_answers.push_back(makeAnswer(std::move(sentence)));
    }
    m_draining = false;
    synthesise();
    announce();
}

bool Mouth::isPrepared(const QString &text, const VoiceSettings &voice) const
{
    return m_prepared && m_prepared->sentence.text == text && m_prepared->sentence.voice == voice;
}

void Mouth::prepare(Sentence sentence)
{
    dropPrepared();
    if (!m_voice || m_synthesising) return;
    m_prepared = std::make_unique<Answer>(makeAnswer(std::move(sentence)));
    m_prepared->chunks.front().trim = true;
    synthesise();
}

void Mouth::dropPrepared()
{
    if (!m_prepared) return;
    for (const Chunk &chunk : m_prepared->chunks)
        if (&chunk == m_synthesising) {
            m_synthesising = nullptr;
            m_voice->stop();
        }
    m_prepared.reset();
    synthesise();
}

void Mouth::synthesise()
{
    if (!m_voice || m_synthesising) return;
    std::size_t ahead = 0;
    for (Answer &answer : m_answers)
        for (Chunk &chunk : answer.chunks) {
            if (!chunk.asked && ahead < kAhead) return synthesise(answer, chunk);
            ahead += chunk.sound.size() - std::min(chunk.played, chunk.sound.size());
        }
    if (m_prepared && !m_prepared->chunks.front().asked) synthesise(*m_prepared, m_prepared->chunks.front());
}

void Mouth::synthesise(Answer &answer, Chunk &chunk)
{
    chunk.asked = true;
    chunk.nth = ++m_spoken;
    m_synthesising = &chunk;
    m_voice->speak(chunk.text, answer.sentence.voice);
}

void Mouth::speechArrived(Samples samples)
{
    if (!m_synthesising) return;
    Chunk &chunk = *m_synthesising;
    if (!chunk.loud) {
        if (const int first = vox::firstAudible(samples); first >= 0) {
            chunk.loud = true;
            chunk.firstLoud = chunk.sound.size() + std::size_t(first);
            if (chunk.trim) chunk.played = chunk.firstLoud - std::min(chunk.firstLoud, kLeadIn);
        }
    }
    chunk.sound.insert(chunk.sound.end(), samples.begin(), samples.end());
    announce();
}

void Mouth::wordReached(qsizetype textOffset, qint64 sample)
{
    if (m_synthesising) m_synthesising->marks.push_back({textOffset, sample});
}

void Mouth::speechFinished() { chunkDone(); }

// What cannot be spoken is still said: its text counts as heard, in no time.
void Mouth::speechFailed(const Error &) { chunkDone(); }

void Mouth::chunkDone()
{
    if (!m_synthesising) return;
    m_synthesising->done = true;
    m_synthesising->total = m_synthesising->sound.size();
    m_synthesising = nullptr;
    synthesise();
    announce();
}

bool Mouth::ready() const
{
    if (m_held || m_answers.empty()) return false;
    const Answer &front = m_answers.front();
    if (m_letsFinish && !front.started) return false;
    return front.chunks[front.current].playable();
}

bool Mouth::soundPending() const { return !m_answers.empty() && !m_answers.front().started; }

void Mouth::announce()
{
    if (m_answers.empty()) return;
    Answer &front = m_answers.front();
    if (front.announced || !front.chunks.front().playable()) return;
    front.announced = true;
    m_listener.soundReady(front.sentence.answer);
}

void Mouth::note(Answer &answer, Samples played, Micros audible)
{
    const int first = vox::firstAudible(played);
    if (first < 0) return;
    if (!answer.started) {
        answer.started = true;
        answer.start = audible + microsOfSamples(first);
        m_listener.answerStarted(answer.sentence.answer, answer.sentence.interruptible, answer.start);
    }
    answer.end = audible + microsOfSamples(vox::lastAudible(played));
}

// Copies what is playable of the answer's current chunk; moves on when the chunk is through.
int Mouth::copy(Answer &answer, float *into, int room, Micros audible)
{
    Chunk &chunk = answer.chunks[answer.current];
    const int count = std::min(room, int(chunk.sound.size() - std::min(chunk.played, chunk.sound.size())));
    std::copy_n(chunk.sound.begin() + std::ptrdiff_t(chunk.played), count, into);
    for (int i = 0; i < count && m_fadeIn > 0; ++i, --m_fadeIn) into[i] *= 1.0f - float(m_fadeIn) / float(m_tail.size());
    chunk.played += std::size_t(count);
    note(answer, {into, std::size_t(count)}, audible);
    if (chunk.done && chunk.played >= chunk.sound.size()) {
        chunk.played = chunk.total;
        std::vector<float>().swap(chunk.sound);
        ++answer.current;
        synthesise();
    } else if (count == 0) {
        ++m_underruns;
    }
    return count;
}

void Mouth::fill(AudioBlock &out, Micros audible, Micros now)
{
    int at = 0;
    if (m_tailSize > 0) {
        at = m_tailSize;
        std::copy_n(m_tail.begin(), at, out.samples.begin());
        m_tailSize = 0;
    }
    while (at < kBlockSamples && ready()) {
        Answer &front = m_answers.front();
        const int count = copy(front, out.samples.data() + at, kBlockSamples - at, audible + microsOfSamples(at));
        at += count;
        if (front.current == front.chunks.size()) finishFront(audible + microsOfSamples(at));
        else if (count == 0 && !front.chunks[front.current].done) break;
    }
    std::fill(out.samples.begin() + at, out.samples.end(), 0.0f);
    if (const int last = vox::lastAudible(out.samples); last >= 0) m_lastAudible = audible + microsOfSamples(last);
    if (m_draining && now >= m_drained) {
        m_draining = false;
        m_listener.everythingSaid(std::exchange(m_heard, {}));
    }
}

void Mouth::finishFront(Micros at)
{
    Answer answer = std::move(m_answers.front());
    m_answers.pop_front();
    if (!answer.started) {
        answer.start = answer.end = at;
        m_listener.answerStarted(answer.sentence.answer, answer.sentence.interruptible, at);
    }
    if (!m_heard.isEmpty()) m_heard += u' ';
    m_heard += answer.sentence.text;
    if (m_answers.empty()) {
        m_draining = true;
        m_drained = at;
    }
    m_listener.answerEnded({answer.sentence.answer, answer.sentence.text, answer.start, answer.end, false});
    announce();
}

// What would have been played next, fading out, so that a cut does not click. It counts as played.
void Mouth::cutSoftly()
{
    if (!ready() || !m_answers.front().started) return;
    Answer &front = m_answers.front();
    Chunk &chunk = front.chunks[front.current];
    const int count = std::min<int>(int(m_tail.size()), int(chunk.sound.size() - std::min(chunk.played, chunk.sound.size())));
    for (int i = 0; i < count; ++i)
        m_tail[std::size_t(i)] = chunk.sound[chunk.played + std::size_t(i)] * (1.0f - float(i + 1) / float(m_tail.size()));
    chunk.played += std::size_t(count);
    m_tailSize = count;
}

void Mouth::hold()
{
    if (m_held) return;
    cutSoftly();
    m_held = true;
}

void Mouth::resume()
{
    if (!m_held) return;
    m_held = false;
    m_fadeIn = int(m_tail.size());
}

void Mouth::rewind(int samples, Micros soundEnds)
{
    m_lastAudible = std::min(m_lastAudible, soundEnds);
    if (m_answers.empty()) return;
    Answer &front = m_answers.front();
    Chunk &chunk = front.chunks[front.current];
    chunk.played -= std::min(chunk.played, std::size_t(std::max(0, samples)));
}

QString Mouth::heardOf(const Answer &answer) const
{
    if (answer.current >= answer.chunks.size()) return answer.sentence.text;
    const Chunk &chunk = answer.chunks[answer.current];
    const auto guess = std::size_t(chunk.text.size()) * 60 * kSampleRate / 1000;
    const std::size_t total = chunk.done ? chunk.total : std::max(chunk.sound.size(), guess);
    // Silence before the first word is no part of any word.
    const auto played = qint64(chunk.played) - qint64(chunk.marks.empty() ? chunk.firstLoud : 0);
    const auto length = qint64(total) - qint64(chunk.marks.empty() ? chunk.firstLoud : 0);
    const qsizetype heard = heardLength(chunk.text, chunk.marks, played, length);
    if (heard == 0) return answer.sentence.text.left(chunk.offset).trimmed();
    return answer.sentence.text.left(chunk.offset + heard);
}

void Mouth::unsay(qint64 id, Micros now)
{
    const auto it = std::find_if(m_answers.begin(), m_answers.end(), [id](const Answer &answer) { return answer.sentence.answer == id; });
    if (it == m_answers.end() || it->started || it->current > 0) return;
    for (const Chunk &chunk : it->chunks)
        if (&chunk == m_synthesising) {
            m_synthesising = nullptr;
            m_voice->stop();
        }
    m_answers.erase(it);
    if (m_answers.empty() && !m_heard.isEmpty()) {
        m_draining = true;
        m_drained = now;
    }
    m_listener.answerEnded({id, {}, now, now, true});
    synthesise();
    announce();
}

QString Mouth::stop(Micros now)
{
    if (!m_held) cutSoftly();
    dropPrepared();
    if (m_voice && !m_answers.empty()) {
        const Answer &front = m_answers.front();
        const Chunk &chunk = front.chunks[front.current];
        if (chunk.nth > 0) m_voice->cut(chunk.nth, front.started ? qint64(chunk.played) : 0);
    }
    if (m_voice && m_synthesising) m_voice->stop();
    m_synthesising = nullptr;
    m_held = m_draining = false;
    m_fadeIn = 0;
    QString heard = std::exchange(m_heard, {});
    std::deque<Answer> cut = std::exchange(m_answers, {});
    for (const Answer &answer : cut) {
        const QString words = answer.started ? heardOf(answer) : QString();
        if (!words.isEmpty()) heard += heard.isEmpty() ? words : u' ' + words;
        m_listener.answerEnded({answer.sentence.answer, words, answer.started ? answer.start : now,
                                answer.started ? std::min(answer.end, now) : now, true});
    }
    return heard;
}

} // namespace vox
