#pragma once
#include "app/ports/sound_player.h"
#include "app/workspace/conversations.h"
#include "ui/viewmodels/transcript_turns.h"
#include <QObject>
#include <functional>

namespace vox {

// Brings the recording another desk made: its path, NotFound when there is none. Empty: this computer has all there is.
using FetchRecording = std::function<QFuture<Result<QString>>(ConversationId)>;

// One stored conversation, opened: its words, sound, milliseconds and what plays. The list's preview and the page of one
// conversation share it, so that opening what is already previewed costs nothing. UI thread.
class ConversationViewModel : public QObject {
    Q_OBJECT
public:
    ConversationViewModel(Conversations &conversations, SoundPlayer &player, FetchRecording fetch = {}, QObject *parent = nullptr);

    // A null id closes. What is open stays until the new one is there.
    void open(ConversationId id);
    ConversationId id() const { return m_id; }       // wanted
    bool isOpen() const { return m_open && m_stored.row.id == m_id; }
    const StoredConversation &stored() const { return m_stored; }
    std::optional<Error> error() const { return m_error; }

    const QList<TranscriptTurn> &turns() const { return m_turns; }
    const QList<SpokenLine> &lines() const { return m_lines; }
    const QList<PlacedWord> &words() const { return m_words; }
    const SoundMarks &marks() const { return m_marks; }
    const QList<ToolUse> &tools() const { return m_tools; }
    // Null until they are read, or without a recording.
    const RecordingPeaks *peaks() const { return m_peaks ? &*m_peaks : nullptr; }
    bool hasSound() const { return !m_stored.recording.isEmpty(); }
    // Where the recording is. Elsewhere: playing brings it from the server first.
    enum class Sound : quint8 { None, Here, Elsewhere, OnItsWay };
    Sound sound() const;

    bool isPlaying() const { return m_player.isPlaying(); }
    Micros playhead() const { return m_playhead; }
    void togglePlay();
    void seek(Micros at);
    void setRate(double rate);
    double rate() const { return m_rate; }
    void setLanes(SoundPlayer::Lanes lanes);
    int currentLine() const { return m_line; }       // -1: none
    int currentWord() const { return m_word; }       // -1: none

    int chosenTurn() const { return m_turn; }        // index of summary().turns with a total, -1: none
    void chooseTurn(int index);

signals:
    void opened();           // everything but peaks is there
    void peaksArrived();
    void soundChanged();     // sound() while the same conversation stays open
    void failed(const vox::Error &error); // it could not be opened or played
    void playheadMoved();
    void lineChanged();      // current line or word
    void playingChanged();
    void turnChosen();

private:
    void take(const StoredConversation &stored);
    void setPlayhead(Micros at);
    void fetchSound();
    void askPeaks();

    Conversations &m_conversations;
    SoundPlayer &m_player;
    const FetchRecording m_fetch;
    ConversationId m_fetching;
    bool m_absent = false; // the server has none either
    ConversationId m_id;
    StoredConversation m_stored;
    bool m_open = false;
    std::optional<Error> m_error;
    std::optional<RecordingPeaks> m_peaks;
    QList<TranscriptTurn> m_turns;
    QList<SpokenLine> m_lines;
    QList<PlacedWord> m_words;
    SoundMarks m_marks;
    QList<ToolUse> m_tools;
    Micros m_playhead;
    double m_rate = 1;
    int m_line = -1, m_word = -1, m_turn = -1;
};

} // namespace vox
