#include "ui/screens/agents/publish/published_page.h"
#include "app/wording/wording.h"
#include "app/workspace/when_done.h"
#include "ui/kit/empty.h"
#include "ui/kit/icons.h"
#include "ui/kit/roles.h"
#include "ui/kit/text_block.h"
#include "ui/kit/theme.h"
#include "ui/screens/agents/environment_words.h"
#include "ui/screens/agents/graph_preview.h"
#include "ui/screens/banner_row.h"
#include "ui/screens/when_text.h"
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;

PublishedPage::PublishedPage(Environments &environments, DocumentId agent, QWidget *parent)
    : QWidget(parent), m_environments(environments), m_agent(agent), m_title(kit::makeLabel({}, kit::TextStyle::BodyStrong)),
      m_note(new kit::TextBlock({}, kit::TextStyle::Body, Colour::Text2)), m_back(new QPushButton(kit::icon("undo-2"), tr("Roll back"))),
      m_restore(new QPushButton(tr("Return the draft to this"))), m_waits(new BannerRow("calendar-clock", kit::Meaning::Neutral)),
      m_drift(new BannerRow("triangle-alert", kit::Meaning::Warning)), m_graph(new GraphPreview), m_empty(new kit::Empty("package", {}))
{
    kit::setSurface(this, Colour::Surface1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new RuledRow;
    head->setMinimumHeight(kit::Theme::of(this).metrics().toolRow);
    m_note->setMaximumLines(1);
    head->row()->addWidget(m_title);
    head->row()->addWidget(m_note, 1, Qt::AlignVCenter);
    head->row()->addWidget(m_restore);
    head->row()->addWidget(m_back);
    m_back->setToolTip(tr("Back to what was published before (Ctrl+Alt+R)"));
    column->addWidget(head);
    column->addWidget(m_waits);
    column->addWidget(m_drift);
    column->addWidget(m_graph, 1);
    column->addWidget(m_empty, 1);
    m_graph->setAccessibleName(tr("The published graph"));
    connect(m_back, &QPushButton::clicked, this, [this] { emit rollBackRequested(m_environment); });
    connect(m_restore, &QPushButton::clicked, this, [this] { emit restoreRequested(m_revision); });
    connect(m_empty, &kit::Empty::pressed, this, [this] { emit publishRequested(m_environment); });
    connect(m_waits, &BannerRow::pressed, this, [this] {
        whenDone(m_environments.cancelScheduled(m_environment), this, [this](const Result<EnvironmentState> &done) {
            if (!done) emit noticed({Notice::Level::Error, wording::whatHappened(done.error()), wording::whatNext(done.error()), {}, {}});
            else emit noticed({Notice::Level::Information, tr("It is not published later."), {}, {}, {}});
        });
    });
    const auto answerDrift = [this](bool adopt) {
        whenDone(adopt ? m_environments.adopt(m_environment, m_driftHost) : m_environments.reapply(m_environment), this, [this](const Result<EnvironmentState> &done) {
            if (!done) emit noticed({Notice::Level::Error, wording::whatHappened(done.error()), wording::whatNext(done.error()), {}, {}});
        });
    };
    connect(m_drift, &BannerRow::pressed, this, [answerDrift] { answerDrift(false); });
    connect(m_drift, &BannerRow::otherPressed, this, [answerDrift] { answerDrift(true); });
    connect(&environments, &Environments::changed, this, [this] {
        if (isVisible()) look();
    });
}

PublishedPage::~PublishedPage() = default;

void PublishedPage::show(Environment environment, const QJsonObject &draft, bool mayEdit)
{
    m_mayEdit = mayEdit;
    m_environment = environment;
    m_draft = draft;
    look();
}

void PublishedPage::look()
{
    const EnvironmentStanding *standing = m_environments.of(m_environment);
    const UtcMs now{QDateTime::currentMSecsSinceEpoch()};
    m_revision = standing && standing->release ? standing->release->documents.value(m_agent) : RevisionId();
    const bool there = !m_revision.isEmpty();
    const QString name = environmentWord(m_environment);
    m_title->setText(there ? tr("Version %1, %2").arg(m_environments.numberOf(m_agent, m_revision)).arg(name.toLower()) : name);
    m_note->setText(standing && standing->release ? tr("%1, %2. %3").arg(authorText(standing->state.changedBy), whenText(standing->state.changed, now),
                                                                        standing->release->message)
                                                  : QString());
    m_back->setVisible(standing && standing->previous.has_value() && m_environments.may(m_environment));
    m_restore->setVisible(there && m_mayEdit);
    m_waits->tell(standing && standing->scheduled
                      ? tr("Version %1 takes its place %2: %3").arg(standing->scheduled->number).arg(whenText(standing->state.scheduledFor, now), standing->scheduled->message)
                      : QString(),
                  m_environments.may(m_environment) ? tr("Do not") : QString());
    m_graph->setVisible(there);
    m_empty->setVisible(!there);
    m_empty->setSentence(standing && standing->release ? tr("This agent is not published there.") : tr("Nothing is published there yet."));
    m_empty->setButton(m_environments.may(m_environment) ? tr("Publish…") : QString());
    const int serial = ++m_serial;
    if (there)
        whenDone(m_environments.contents({m_agent, u"agent"_s, {}, {}, m_revision}), this, [this, serial](const Result<QPair<QJsonObject, QJsonObject>> &both) {
            if (serial != m_serial) return;
            if (!both) {
                emit noticed({Notice::Level::Error, wording::whatHappened(both.error()), wording::whatNext(both.error()), {}, {}});
                return;
            }
            const Flow published = Flow::fromJson(both->second.value("flow"_L1).toObject()), draft = Flow::fromJson(m_draft.value("flow"_L1).toObject());
            m_graph->show(both->second, compareFlows(published, draft).before);
        });
    whenDone(m_environments.drift(m_environment), this, [this, serial](const Result<DriftReport> &drift) {
        if (serial == m_serial) showDrift(drift);
    });
}

void PublishedPage::showDrift(const Result<DriftReport> &drift)
{
    m_driftHost.clear();
    if (drift)
        for (const DriftReport::Host &host : drift->hosts) {
            if (host.changes.isEmpty()) continue;
            m_driftHost = host.name;
            QStringList names;
            for (const ReleaseChange &change : host.changes.mid(0, 3)) names.append(change.name);
            const bool may = m_environments.may(m_environment);
            m_drift->tell(tr("%1 runs something else than what is published: %2.").arg(host.name, names.join(u", "_s)),
                          may ? tr("Apply what is published") : QString(), may ? tr("Adopt what runs") : QString());
            return;
        }
    m_drift->tell({});
}

} // namespace vox
