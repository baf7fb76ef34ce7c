#pragma once
#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QProcess>
#include <memory>
#include <optional>
#include <vector>

namespace vox::test {

inline constexpr int kRoomRate = 48000;

// A stretch of sound louder than 1 % of full scale; milliseconds since the recording began.
struct Heard {
    double startMs = 0;
    double endMs = 0;
};

// What a stopwatch and a tape recorder in the room of a call would know: plays the caller's voice into the microphone and
// records both sides on one time axis, outside the program under test. Needs tests/support/with_pulse around the test.
class Room : public QObject {
    Q_OBJECT
public:
    Room();
    ~Room() override;

    void startRecording();
    void stopRecording();
    // Plays 16 kHz mono sound as the caller's voice; returns at once.
    void say(const std::vector<float> &voice);

    double nowMs() const { return double(m_agent.size()) * 1000 / kRoomRate; } // recorded so far
    // Since when the agent has been silent; nothing while it speaks or has not spoken yet. `since`: look no further back.
    double agentSilentMs() const;
    double agentLastAudibleMs() const; // -1: never
    // What the recording is shorter than the time it was made in: sound that a busy machine did not fetch in time.
    double missedMs() const { return m_missedMs; }
    std::vector<Heard> caller(double gapMs) const { return stretches(m_caller, gapMs); }
    std::vector<Heard> agent(double gapMs) const { return stretches(m_agent, gapMs); }
    // Places where the agent's sound breaks off at once and stays away for `leastMs`, as when a device runs dry.
    int holesInAgent(const Heard &within, double leastMs) const;

    // Loads a module into the sound server; returns its index, -1 when it failed.
    static int load(const QStringList &module);
    static bool unload(int index);
    // Of what a loaded module plays, as "-10dB".
    static bool setVolume(int module, const QString &volume);
    static void setDefaultSource(const QString &name);
    static void setDefaultSink(const QString &name);
    static int indexOf(const QString &moduleLine); // of a loaded module whose arguments contain the text; -1: none

private:
    static std::vector<Heard> stretches(const std::vector<float> &lane, double gapMs);
    void take();

    QProcess m_recorder;
    QByteArray m_rest;
    std::vector<float> m_caller, m_agent;
    QElapsedTimer m_recording; // since its first sound
    double m_firstMs = 0, m_missedMs = 0;
    std::size_t m_lastAudible = 0;
    bool m_spoke = false;
    std::vector<std::unique_ptr<QProcess>> m_players;
};

// The sound of a WAV file without the silence at its ends, 16 kHz mono.
std::optional<std::vector<float>> recordedVoice(const QString &path);

} // namespace vox::test
