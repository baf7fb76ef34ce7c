#include "ui/viewmodels/conversation_view_model.h"
#include "app/workspace/when_done.h"

namespace vox {

ConversationViewModel::ConversationViewModel(Conversations &conversations, SoundPlayer &player, FetchRecording fetch, QObject *parent)
    : QObject(parent), m_conversations(conversations), m_player(player), m_fetch(std::move(fetch))
{
    connect(&player, &SoundPlayer::positionChanged, this, [this](qint64 us) { setPlayhead(Micros{us}); });
    connect(&player, &SoundPlayer::playingChanged, this, &ConversationViewModel::playingChanged);
    connect(&player, &SoundPlayer::failed, this, &ConversationViewModel::failed);
}

void ConversationViewModel::open(ConversationId id)
{
    if (id == m_id && !m_error) return;
    m_id = id;
    m_error.reset();
    m_player.pause();
    if (id.isNull()) {
        m_open = false;
        m_player.load({});
        emit opened();
        return;
    }
    whenDone(m_conversations.open(id), this, [this, id](const Result<StoredConversation> &stored) {
        if (id != m_id) return; // another one was chosen meanwhile
        if (stored) return take(*stored);
        m_error = stored.error();
        emit failed(stored.error());
    });
}

void ConversationViewModel::take(const StoredConversation &stored)
{
    m_stored = stored;
    m_open = true;
    const std::span events(m_stored.events.constData(), std::size_t(m_stored.events.size()));
    m_turns = transcriptTurns(m_stored.summary, events);
    m_lines = allLines(m_turns);
    m_words = placedWords(m_lines);
    m_marks = soundMarks(m_stored.summary, events, m_stored.summary.duration);
    m_tools = toolUses(events);
    m_peaks.reset();
    m_turn = m_line = m_word = -1;
    m_absent = false;
    m_playhead = {};
    m_player.load(m_stored.recording);
    emit opened();
    if (hasSound()) askPeaks();
}

ConversationViewModel::Sound ConversationViewModel::sound() const
{
    if (hasSound()) return Sound::Here;
    if (!m_fetch || m_absent) return Sound::None;
    return m_fetching == m_id ? Sound::OnItsWay : Sound::Elsewhere;
}

void ConversationViewModel::askPeaks()
{
    whenDone(m_conversations.peaks(m_id), this, [this, id = m_id](const Result<RecordingPeaks> &peaks) {
        if (id != m_id || !peaks) return; // without a picture it can still be heard
        m_peaks = *peaks;
        emit peaksArrived();
    });
}

void ConversationViewModel::setPlayhead(Micros at)
{
    if (!m_open) return;
    m_playhead = at;
    emit playheadMoved();
    const int line = lineAt(m_lines, at), word = wordAt(m_words, at);
    if (line == m_line && word == m_word) return;
    m_line = line;
    m_word = word;
    emit lineChanged();
}

void ConversationViewModel::togglePlay()
{
    if (!isOpen()) return;
    if (sound() == Sound::Elsewhere) return fetchSound();
    if (!hasSound()) return;
    if (m_player.isPlaying()) m_player.pause();
    else m_player.play();
}

// Then it is heard; one at a time.
void ConversationViewModel::fetchSound()
{
    if (!m_fetching.isNull()) return;
    m_fetching = m_id;
    emit soundChanged();
    whenDone(m_fetch(m_id), this, [this, id = m_id](const Result<QString> &path) {
        m_fetching = {};
        if (id != m_id || !isOpen()) return emit soundChanged();
        m_absent = !path && path.error().code == Error::Code::NotFound;
        if (path) {
            m_stored.recording = *path;
            m_player.load(*path);
            if (m_playhead.value > 0) m_player.seek(m_playhead.value);
            m_player.play();
            askPeaks();
        } else if (!m_absent) {
            emit failed(path.error());
        }
        emit soundChanged();
    });
}

void ConversationViewModel::seek(Micros at)
{
    if (!isOpen()) return;
    const Micros inside{std::clamp<qint64>(at.value, 0, m_stored.summary.duration.value)};
    if (hasSound()) m_player.seek(inside.value);
    else setPlayhead(inside);
}

void ConversationViewModel::setRate(double rate)
{
    m_rate = rate;
    m_player.setRate(rate);
    emit playingChanged();
}

void ConversationViewModel::setLanes(SoundPlayer::Lanes lanes) { m_player.setLanes(lanes); }

void ConversationViewModel::chooseTurn(int index)
{
    if (index == m_turn) return;
    m_turn = index;
    emit turnChosen();
}

} // namespace vox
