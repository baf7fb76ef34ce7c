#pragma once
#include "app/talks/talk_check.h"

namespace vox::ctl {

// What came of one talk of a suite.
struct SuiteCase {
    QString path;
    Talk::Mode mode = Talk::Mode::Voice;
    QList<TalkFault> faults;
    QString trouble;          // why it could not be run
    bool passed() const { return faults.isEmpty() && trouble.isEmpty(); }
    QString timeline;
    bool rewritten = false;
    double tookMs = 0;        // of this machine
    qint64 lastedMs = 0;      // of the conversation's clock
};

enum class Timelines { OnFailure, Always };

// One line a talk, what differed and what happened where it failed, then the sums and how fast the clock ran. Answers how
// many failed.
int printSuite(const QList<SuiteCase> &cases, Timelines timelines);
// Errors: FileUnwritable.
Result<void> writeJunit(const QString &path, const QList<SuiteCase> &cases);

} // namespace vox::ctl
