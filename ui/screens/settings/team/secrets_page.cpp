#include "ui/screens/settings/team/secrets_page.h"
#include "ui/kit/icons.h"
#include "ui/kit/roles.h"
#include "ui/kit/row_delegate.h"
#include "ui/kit/text_block.h"
#include "ui/kit/theme.h"
#include "ui/screens/call/ruled_row.h"
#include "ui/screens/when_text.h"
#include <QDateTime>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStandardItemModel>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;

SecretsPage::SecretsPage(SecretsViewModel &secrets, QWidget *parent)
    : TeamPage(secrets, parent), m_secrets(secrets), m_rows(new QStandardItemModel(0, 4, this)), m_change(new QPushButton(tr("New value…"))),
      m_remove(new QPushButton(tr("Remove…")))
{
    auto *add = new QPushButton(kit::icon("plus"), tr("Add a secret…"));
    kit::setRole(add, kit::ButtonRole::Primary);
    kit::setRole(m_remove, kit::ButtonRole::Danger);
    tools()->addWidget(new kit::TextBlock(tr("Agents and addresses name a secret; only the server opens it. Nobody sees a value again."),
                                          kit::TextStyle::Body, Colour::Text2), 1, Qt::AlignVCenter);
    tools()->addWidget(m_remove);
    tools()->addWidget(m_change);
    tools()->addWidget(add);
    m_rows->setHorizontalHeaderLabels({tr("Name"), tr("Changed by"), tr("Changed"), tr("Version")});
    m_rows->setHeaderData(3, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
    m_table = makeTable(tr("Secrets"), m_rows, {260, 200, 180, 96}, 0);
    body()->addWidget(m_table, 1);
    setEmpty("key-round", tr("There is no secret yet. Keys of speech and language providers belong here."), tr("Add a secret"));
    connect(add, &QPushButton::clicked, this, [this] { openWrite({}); });
    connect(m_change, &QPushButton::clicked, this, [this] { openWrite(current()); });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const QString name = current();
        if (!name.isEmpty())
            ask(tr("Remove “%1”? Agents that need it fail at once.").arg(name), tr("Remove"), [this, name] { m_secrets.remove(name); });
    });
    connect(m_table, &QTableView::activated, this, [this] { openWrite(current()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &at) {
        m_change->setEnabled(at.isValid());
        m_remove->setEnabled(at.isValid());
    });
    connect(&secrets, &SecretsViewModel::written, this, [this](const SecretInfo &secret) {
        setSheet(nullptr);
        tell(tr("“%1” has a new value.").arg(secret.name), tr("It counts from the next call on."));
    });
    connect(&secrets, &SecretsViewModel::removed, this, [this](const QString &name) { tell(tr("“%1” was removed.").arg(name)); });
    refresh();
}

void SecretsPage::refresh()
{
    const UtcMs now{QDateTime::currentMSecsSinceEpoch()};
    m_rows->setRowCount(0);
    for (const SecretInfo &secret : m_secrets.secrets()) {
        const auto cell = [](const QString &text, Colour ink, kit::TextStyle style) {
            auto *item = new QStandardItem(text);
            item->setEditable(false);
            item->setData(int(ink), kit::InkRole);
            item->setData(int(style), kit::FontRole);
            return item;
        };
        QStandardItem *version = cell(QLocale().toString(secret.version), Colour::Text2, kit::TextStyle::Mono);
        version->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_rows->appendRow({cell(secret.name, Colour::Text1, kit::TextStyle::Mono), cell(secret.changedBy, Colour::Text2, kit::TextStyle::Body),
                           cell(whenText({secret.changedUtcMs}, now), Colour::Text2, kit::TextStyle::Body), version});
    }
    TeamPage::refresh();
    m_change->setEnabled(m_table->currentIndex().isValid());
    m_remove->setEnabled(m_table->currentIndex().isValid());
}

void SecretsPage::openWrite(const QString &name)
{
    auto *sheet = new RuledRow(RuledRow::Rule::Below, 84);
    sheet->setMinimumHeight(kit::Theme::of(this).px(84));
    auto *nameField = new QLineEdit(name);
    nameField->setPlaceholderText(u"openai.key"_s);
    nameField->setReadOnly(!name.isEmpty());
    nameField->setToolTip(tr("Lower case letters, digits, dots, hyphens and underscores"));
    auto *value = new QLineEdit;
    value->setEchoMode(QLineEdit::Password);
    auto *cancel = new QPushButton(tr("Cancel")), *write = new QPushButton(tr("Write"));
    kit::setRole(cancel, kit::ButtonRole::Quiet);
    kit::setRole(write, kit::ButtonRole::Primary);
    sheet->row()->setContentsMargins(16, 12, 16, 12);
    sheet->row()->addWidget(labelled(tr("Name"), nameField), 1);
    sheet->row()->addWidget(labelled(tr("Value, shown to nobody"), value), 2);
    sheet->row()->addWidget(cancel, 0, Qt::AlignBottom);
    sheet->row()->addWidget(write, 0, Qt::AlignBottom);
    const auto check = [write, nameField, value] {
        const bool good = SecretsViewModel::isName(nameField->text());
        kit::setFault(nameField, !good && !nameField->text().isEmpty());
        write->setEnabled(good && !value->text().isEmpty());
    };
    connect(nameField, &QLineEdit::textChanged, write, check);
    connect(value, &QLineEdit::textChanged, write, check);
    const auto go = [this, nameField, value, write] {
        if (!write->isEnabled()) return;
        m_secrets.write(nameField->text(), value->text());
        value->clear();
    };
    connect(write, &QPushButton::clicked, this, go);
    connect(value, &QLineEdit::returnPressed, this, go);
    connect(cancel, &QPushButton::clicked, this, [this] { setSheet(nullptr); });
    check();
    setSheet(sheet);
    (name.isEmpty() ? nameField : value)->setFocus();
}

} // namespace vox
