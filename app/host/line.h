#pragma once
#include "models/audio/block.h"
#include "models/base/error.h"
#include <QString>
#include <optional>

namespace vox {

class Executor;

// What a line tells its conversation. Given by the host, valid from start() until stop() has returned. Any thread.
class LineListener {
public:
    virtual ~LineListener() = default;
    virtual void soundArrived() = 0;                      // captured() has something again
    virtual void callerTyped(const QString &text) = 0;    // a whole utterance, typed
    virtual void callerPressed(const QString &digits) = 0; // DTMF
    virtual void lineTroubled(const Error &error) = 0;     // a device is gone or absent; the line itself goes on
};

// Where a conversation's sound comes from and goes to. The worker pulls: captured() is asked for the next 10 ms until it
// says Wait. Implemented by app/devices (microphone), by files and simulated callers, by phone lines. Used on the
// worker's thread only, from start() to stop().
class Line {
public:
    enum class Captured { Block, Wait, Ended };
    virtual ~Line() = default;
    // `executor` is the conversation's: its clock and timers, real or virtual. Both outlive stop().
    virtual void start(Executor &executor, LineListener &listener) = 0;
    // The next 10 ms of the caller, in order, without gaps (a device that lost sound fills with silence). Ended: the
    // caller left, or error() says what broke.
    virtual Captured captured(AudioBlock &into) = 0;
    virtual std::optional<Error> error() const { return std::nullopt; }
    // The agent's next 10 ms; exactly one call for each captured block, in order, silence included. While an answer is
    // awaited the silence of one block may come as late as just after the next block was captured.
    virtual void play(const AudioBlock &block) = 0;
    // From play() to the ear: queue and device. 0 for files and simulations. May change during a call.
    virtual std::int64_t playoutDelayUs() const = 0;
    // Drops sound that was played but is not yet audible; returns how many samples were dropped. 0 when it cannot.
    virtual int dropUnheard() { return 0; }
    // Presses telephone keys (0-9 * # and "," for a pause) towards the other side; false: this line has none.
    virtual bool pressKeys(const QString &) { return false; }
    // The agent waits for the caller (true) or thinks, speaks or has ended (false). For scripted callers.
    virtual void agentListens(bool) {}
    virtual void stop() = 0;
};

} // namespace vox
