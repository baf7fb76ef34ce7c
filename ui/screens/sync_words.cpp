#include "ui/screens/sync_words.h"
#include "app/wording/wording.h"
#include "app/workspace/team_server.h"
#include "ui/screens/when_text.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// The context of these words; no object is ever made.
class Sync {
    Q_DECLARE_TR_FUNCTIONS(vox::Sync)
public:
    static QString clock(UtcMs at, UtcMs now)
    {
        if (at.value <= 0) return tr("never");
        const QDateTime then = QDateTime::fromMSecsSinceEpoch(at.value);
        if (then.date() == QDateTime::fromMSecsSinceEpoch(now.value).date()) return QLocale().toString(then.time(), u"HH:mm"_s);
        return whenText(at, now);
    }

    static SyncWords words(const SyncState &state, UtcMs now)
    {
        using Kind = SyncState::Kind;
        using kit::Meaning;
        const QString last = tr("Last in step with the server: %1.").arg(clock(state.lastSynced, now));
        const QString waiting = state.pending > 0 ? tr("%n change(s) wait here.", nullptr, state.pending) : QString();
        const auto joined = [](const QStringList &parts) {
            QStringList some = parts;
            some.removeAll(QString());
            return some.join(u' ');
        };
        switch (state.kind) {
        case Kind::Local: return {"hard-drive", Meaning::Neutral, tr("On this computer"), tr("This workspace is on this computer alone.")};
        case Kind::Synced:
            return {"cloud-check", Meaning::Neutral, tr("Synced %1").arg(clock(state.lastSynced, now)), tr("Everything made here is on the server, too.")};
        case Kind::Pending:
            return {"cloud-upload", Meaning::Neutral, state.pending > 0 ? tr("%n to send", nullptr, state.pending) : tr("Connecting…"),
                    joined({waiting.isEmpty() ? tr("Asking the server what is new.") : tr("%n change(s) on their way.", nullptr, state.pending), last})};
        case Kind::Offline:
            return {"cloud-off", Meaning::Warning, tr("Offline since %1").arg(clock(state.since, now)),
                    joined({tr("The server does not answer. Everything works on; changes go there when it does."), waiting, last})};
        case Kind::Conflict:
            return {"git-merge", Meaning::Warning, tr("%n conflict(s)", nullptr, state.conflicts),
                    joined({tr("%n agent(s) were changed in two places and wait for a decision.", nullptr, state.conflicts), last})};
        case Kind::Refused:
            if (!state.why || needsSignIn(state))
                return {"lock", Meaning::Error, tr("Sign in again"), joined({tr("You are signed out, or the server has ended your session."), waiting, last})};
            if (isCertificateRefused(*state.why))
                return {"shield", Meaning::Error, tr("Certificate refused"), joined({wording::sentence(*state.why), waiting, last})};
            return {"octagon-x", Meaning::Error, tr("Not synced"), joined({wording::sentence(*state.why), waiting, last})};
        }
        return {};
    }
};

} // namespace

bool needsSignIn(const SyncState &state)
{
    using Code = Error::Code;
    if (state.kind != SyncState::Kind::Refused) return false;
    return !state.why || state.why->code == Code::Unauthorized || state.why->code == Code::SignInNeeded || state.why->code == Code::SignInRefused;
}

SyncWords syncWords(const SyncState &state, UtcMs now) { return Sync::words(state, now); }

} // namespace vox
