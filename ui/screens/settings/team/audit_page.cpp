#include "ui/screens/settings/team/audit_page.h"
#include "ui/kit/icons.h"
#include "ui/kit/progress.h"
#include "ui/kit/right_panel.h"
#include "ui/kit/roles.h"
#include "ui/kit/search_field.h"
#include "ui/kit/text_block.h"
#include "ui/screens/settings/team/audit_model.h"
#include "ui/screens/settings/team/role_words.h"
#include <QComboBox>
#include <QDateTime>
#include <QFileDialog>
#include <QJsonArray>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;

namespace {

// What is asked for often; the rest is found by person, subject and time.
const QStringList offeredActions{u"sign_in.done"_s,    u"sign_in.refused"_s, u"person.invited"_s,        u"person.role_changed"_s, u"person.removed"_s,
                          u"key.made"_s,        u"key.revoked"_s,     u"secret.written"_s,        u"agent.changed"_s,       u"environment.published"_s,
                          u"conversation.heard"_s, u"audit.exported"_s};

QString factText(const QJsonValue &value)
{
    if (value.isArray()) {
        QStringList items;
        for (const QJsonValue &item : value.toArray()) items.append(factText(item));
        return items.join(u", "_s);
    }
    return value.isString() ? value.toString() : value.toVariant().toString();
}

} // namespace

AuditPage::AuditPage(AuditViewModel &audit, QWidget *parent)
    : TeamPage(audit, parent), m_audit(audit), m_rows(new AuditModel(audit, this)), m_person(new QComboBox), m_action(new QComboBox),
      m_outcome(new QComboBox), m_time(new QComboBox), m_subject(new kit::SearchField(tr("Id of what it was done to"))), m_split(new kit::RightPanel),
      m_detail(new kit::TextBlock), m_progress(new kit::Progress(tr("Exporting")))
{
    makeFilters();
    m_table = makeTable(tr("Audit"), m_rows, {136, 150, 180, 180, 112, 112, 104}, AuditModel::Subject);
    auto *detail = new QScrollArea;
    detail->setWidgetResizable(true);
    detail->setFrameShape(QFrame::NoFrame);
    auto *page = new QWidget;
    kit::setSurface(page, Colour::Surface1);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(16, 12, 16, 16);
    column->addWidget(kit::makeLabel(tr("Entry"), kit::TextStyle::BodyStrong));
    column->addWidget(m_detail);
    column->addStretch(1);
    detail->setWidget(page);
    auto *list = new QWidget; // the surface is its, not the table's
    auto *inside = new QVBoxLayout(list);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(m_table);
    m_split->setContent(list);
    m_split->setPanel(detail, 320);
    m_split->setOpen(false);
    body()->addWidget(m_split, 1);
    m_progress->setCancellable(true);
    m_progress->hide();
    body()->addWidget(m_progress);
    setEmpty("scroll-text", tr("Nothing matches. Every access and change is written down here."), tr("Show everything"));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &at) { showEntry(at.row()); });
    connect(m_progress, &kit::Progress::cancelled, this, [this] {
        m_audit.cancelExport();
        m_progress->hide();
    });
    connect(&audit, &AuditViewModel::exporting, this, [this](int entries) {
        m_progress->show();
        m_progress->setDone(0, tr("%n entries", nullptr, entries));
    });
    connect(&audit, &AuditViewModel::exported, this, [this](const QString &path, int entries) {
        m_progress->hide();
        tell(tr("%n entries were written.", nullptr, entries), path);
    });
    connect(&audit, &AuditViewModel::failed, m_progress, &QWidget::hide);
    refresh();
}

void AuditPage::makeFilters()
{
    const auto add = [this](QComboBox *box, const QString &name) {
        box->setAccessibleName(name);
        box->setToolTip(name);
        tools()->addWidget(box);
        connect(box, &QComboBox::activated, this, &AuditPage::takeFilter);
    };
    m_person->addItem(tr("Everybody"), QString());
    m_action->addItem(tr("Everything"), QString());
    for (const QString &action : offeredActions) m_action->addItem(auditWord(action), action);
    m_outcome->addItem(tr("Done or refused"), QString());
    m_outcome->addItem(tr("Done"), u"done"_s);
    m_outcome->addItem(tr("Refused"), u"refused"_s);
    const std::pair<QString, int> times[] = {{tr("Always"), 0}, {tr("Today"), 1}, {tr("Seven days"), 7}, {tr("Thirty days"), 30}};
    for (const auto &[words, days] : times) m_time->addItem(words, days);
    add(m_person, tr("Who"));
    add(m_action, tr("What"));
    add(m_outcome, tr("Outcome"));
    add(m_time, tr("Time"));
    m_subject->setAccessibleName(tr("To what"));
    tools()->addWidget(m_subject, 1);
    connect(m_subject, &QLineEdit::editingFinished, this, &AuditPage::takeFilter);
    auto *out = new QPushButton(kit::icon("download"), tr("Export…"));
    tools()->addWidget(out);
    connect(out, &QPushButton::clicked, this, &AuditPage::askExport);
}

void AuditPage::takeFilter()
{
    const int days = m_time->currentData().toInt();
    const QDateTime midnight(QDate::currentDate(), QTime(0, 0));
    const UtcMs from{days > 0 ? midnight.addDays(1 - days).toMSecsSinceEpoch() : 0};
    m_audit.setFilter({m_person->currentData().toString(), m_action->currentData().toString(), m_subject->text().trimmed(),
                       m_outcome->currentData().toString(), from, {}});
}

void AuditPage::emptyPressed()
{
    for (QComboBox *box : {m_person, m_action, m_outcome, m_time}) box->setCurrentIndex(0);
    m_subject->clear();
    takeFilter();
}

void AuditPage::refresh()
{
    if (m_person->count() == 1)
        for (const PersonInfo &person : m_audit.people()) m_person->addItem(person.name, person.id.text());
    TeamPage::refresh();
}

void AuditPage::showEntry(int row)
{
    const bool there = row >= 0 && row < m_audit.entries().size();
    m_split->setOpen(there);
    if (!there) return;
    const AuditEntry &entry = m_audit.entries().at(row);
    QStringList lines;
    QList<kit::TextRange> ranges;
    int at = 0;
    const auto add = [&](const QString &label, const QString &value) {
        if (value.isEmpty()) return;
        const QString line = label + u"\n"_s + value;
        ranges.append({at, int(label.size()), kit::TextRange::Look::Faint});
        at += int(line.size()) + 1;
        lines.append(line);
    };
    add(tr("Time"), QLocale().toString(QDateTime::fromMSecsSinceEpoch(entry.atUtcMs), u"d MMMM yyyy, HH:mm:ss.zzz"_s));
    add(tr("Who"), entry.actor);
    add(tr("What"), auditWord(entry.action) + u" ("_s + entry.action + u')');
    add(tr("To what"), entry.subjectName.isEmpty() || entry.subjectName == entry.subject ? entry.subject : entry.subjectName + u", "_s + entry.subject);
    add(tr("Outcome"), entry.outcome == "refused"_L1 ? tr("refused") : tr("done"));
    add(tr("Through"), viaWord(entry.via));
    add(tr("Address"), entry.address);
    add(tr("Request"), entry.requestId);
    for (auto it = entry.facts.begin(); it != entry.facts.end(); ++it) add(it.key(), factText(it.value()));
    m_detail->setText(lines.join(u'\n'));
    m_detail->setRanges(ranges);
}

void AuditPage::askExport()
{
    auto *dialog = new QFileDialog(this, tr("Export the audit"), u"audit.csv"_s, tr("Table (*.csv);;Lines of JSON (*.ndjson)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, &m_audit, &AuditViewModel::exportTo);
    dialog->open();
}

} // namespace vox
