#pragma once
#include "models/base/result.h"
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

namespace vox {

// When a line of a talk happens: at a time of the call; a while after its cue (for the caller: since the agent listens;
// for the agent: since the caller's last sound ended); or whenever its turn comes.
struct TalkTime {
    enum class Kind { Any, At, After };
    Kind kind = Kind::Any;
    qint64 us = 0;
};

// Where a token stands in its line, from 0, so that a rebaseline can replace it and a message can point at it.
struct TalkPlace {
    int column = 0;
    int length = 0;
};

struct TalkLine {
    enum class Kind {
        // what the caller does
        Speaks, Coughs, Types, Presses, Leaves, Noise,
        // what the agent must do
        AgentSpeaks, AgentStops, AgentHolds, AgentResumes,
        // what the outside answers, and must be asked
        Tool, Model,
        // what must be so
        Utterance, Variable, Node, Outcome, Latency, History, HandsOver, Failure, Keys
    };
    enum class Answer { Good, Fails, TimesOut, Never };
    struct Piece {
        QString text;        // empty: a pause
        qint64 pauseUs = 0;
    };

    Kind kind = Kind::Speaks;
    TalkTime time;
    int line = 0;            // in the file, from 1
    TalkPlace timePlace, textPlace;
    QList<Piece> pieces;     // Speaks
    QString file;            // Speaks: the sound, beside the talk
    QString name;            // of the tool, variable, speaker of the history
    QString text;
    QJsonValue json;         // Tool: the answer; Variable: the value
    int status = 200;        // Tool
    QJsonArray calls;        // Model: [{name, arguments}] it calls behind its words
    Answer answer = Answer::Good;
    qint64 us = 0;           // Coughs, Noise, Tool, Model, Latency: a duration
    double db = -20;         // Noise
};

// A test case of one conversation, read from a `.talk` file: who is called, what the caller does and when, and what must
// then happen. A value. resources/help/talks.md describes the text.
struct Talk {
    enum class Mode { Voice, Text };
    QString agent;           // a name, or a file ending in .json beside the talk
    QString language;        // empty: the agent's first
    Mode mode = Mode::Voice;
    quint64 seed = 0;
    qint64 toleranceUs = 50000;
    qint64 staysUs = 3000000; // both silent this long after the caller's last line: the caller leaves
    qint64 recognitionUs = 0; // what a final recognition takes
    qint64 speechUs = 0;      // what the voice takes to its first sound
    bool voiceFails = false, recognitionFails = false;
    bool secondHears = false; // another recogniser stands by
    QJsonObject settings;     // turn taking, over the agent's own
    QList<TalkLine> lines;
    int headerEnd = 0;        // number of the last line of the header
};

bool isCallers(TalkLine::Kind kind); // Speaks to Noise
bool isAgents(TalkLine::Kind kind);  // AgentSpeaks to AgentResumes

// Reads the text of a talk; `name` is what errors call it. At most 1 MB, 5,000 lines, 10 minutes for one line.
// Errors: TalkBroken {name, line, column, what was expected}, TooLarge.
Result<Talk> parseTalk(const QByteArray &bytes, const QString &name);

} // namespace vox
