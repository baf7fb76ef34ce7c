#include "ui/screens/settings/team/keys_page.h"
#include "ui/kit/icons.h"
#include "ui/kit/roles.h"
#include "ui/kit/row_delegate.h"
#include "ui/kit/text_block.h"
#include "ui/screens/call/ruled_row.h"
#include "ui/screens/settings/team/role_words.h"
#include "ui/screens/when_text.h"
#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;

KeysPage::KeysPage(KeysViewModel &keys, QWidget *parent)
    : TeamPage(keys, parent), m_keys(keys), m_rows(new QStandardItemModel(0, 6, this)), m_revoke(new QPushButton(tr("Revoke…")))
{
    auto *make = new QPushButton(kit::icon("plus"), tr("New key…"));
    kit::setRole(make, kit::ButtonRole::Primary);
    kit::setRole(m_revoke, kit::ButtonRole::Danger);
    tools()->addWidget(new kit::TextBlock(tr("For programs that speak with the server in your name. A key may never do more than you."),
                                          kit::TextStyle::Body, Colour::Text2), 1, Qt::AlignVCenter);
    tools()->addWidget(m_revoke);
    tools()->addWidget(make);
    connect(make, &QPushButton::clicked, this, &KeysPage::openMake);
    connect(m_revoke, &QPushButton::clicked, this, &KeysPage::askRevoke);
    m_rows->setHorizontalHeaderLabels({tr("Name"), tr("Begins with"), tr("Whose"), tr("May"), tr("Ends"), tr("Last used")});
    m_table = makeTable(tr("API keys"), m_rows, {180, 110, 140, 220, 176, 150}, 3);
    body()->addWidget(m_table, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &at) { m_revoke->setEnabled(at.isValid()); });
    setEmpty("key-round", tr("There is no key yet. Programs use one instead of a password."), tr("Make a key"));
    connect(&keys, &KeysViewModel::made, this, [this](const QString &token, const QString &name) {
        setSheet(makeShownOnce(tr("“%1” is shown only now. Whoever has it may do what it may; keep it like a password.").arg(name), token,
                               [this] { setSheet(nullptr); }, this));
    });
    connect(&keys, &KeysViewModel::revoked, this, [this](const ApiKeyInfo &key) { tell(tr("“%1” opens nothing any more.").arg(key.name)); });
    refresh();
}

QString KeysPage::scopesText(const ApiKeyInfo &key) const
{
    QStringList words;
    for (const QString &scope : key.scopes) {
        const auto permission = enumFromName<Permission>(scope);
        words.append(permission ? permissionWord(*permission) : scope);
    }
    return words.join(u", "_s);
}

void KeysPage::refresh()
{
    const UtcMs now{QDateTime::currentMSecsSinceEpoch()};
    m_rows->setRowCount(0);
    for (const ApiKeyInfo &key : m_keys.keys()) {
        const auto cell = [](const QString &text, Colour ink = Colour::Text2) {
            auto *item = new QStandardItem(text);
            item->setEditable(false);
            item->setToolTip(text);
            item->setData(int(ink), kit::InkRole);
            return item;
        };
        QStandardItem *name = cell(key.name, Colour::Text1), *hint = cell(key.hint), *ends = cell(tr("never"));
        name->setData(int(kit::TextStyle::BodyStrong), kit::FontRole);
        hint->setData(int(kit::TextStyle::Mono), kit::FontRole);
        if (key.expiresUtcMs > 0) {
            const bool over = key.expiresUtcMs <= now.value;
            ends->setText(over ? tr("ended") : whenText({key.expiresUtcMs}, now));
            if (over) ends->setData(int(kit::Meaning::Warning), kit::MeaningRole);
        }
        m_rows->appendRow({name, hint, cell(key.person), cell(scopesText(key)), ends,
                           cell(key.lastUsedUtcMs ? whenText({key.lastUsedUtcMs}, now) : tr("never"))});
    }
    m_table->setColumnHidden(2, !m_keys.seesEverybodys());
    TeamPage::refresh();
    m_revoke->setEnabled(m_table->currentIndex().isValid());
}

void KeysPage::askRevoke()
{
    const ApiKeyInfo key = m_keys.keys().value(m_table->currentIndex().row());
    if (key.id.isEmpty()) return;
    ask(tr("Revoke “%1”? Programs that use it are refused at once.").arg(key.name), tr("Revoke"), [this, key] { m_keys.revoke(key); });
}

void KeysPage::openMake()
{
    auto *sheet = new RuledRow(RuledRow::Rule::Below, 84);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(0, 12, 0, 12);
    column->setSpacing(12);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    auto *name = new QLineEdit;
    name->setPlaceholderText(tr("what it is for, for example “nightly tests”"));
    name->setMaxLength(100);
    auto *ends = new QComboBox;
    const std::pair<int, QString> days[] = {{30, tr("in 30 days")}, {90, tr("in 90 days")}, {365, tr("in a year")}, {0, tr("never")}};
    for (const auto &[count, words] : days) ends->addItem(words, count);
    ends->setCurrentIndex(1);
    row->addWidget(labelled(tr("Name"), name), 1);
    row->addWidget(labelled(tr("Ends"), ends));
    column->addLayout(row);
    column->addWidget(kit::makeLabel(tr("It may"), kit::TextStyle::Small, Colour::Text2));
    auto *grid = new QGridLayout;
    grid->setVerticalSpacing(6);
    QList<QPair<QCheckBox *, Permission>> boxes;
    for (const Permission scope : m_keys.scopesToGive()) {
        auto *box = new QCheckBox(permissionWord(scope));
        box->setChecked(scope == Permission::ReadDocuments || scope == Permission::ReadConversations);
        grid->addWidget(box, int(boxes.size()) / 3, int(boxes.size()) % 3);
        boxes.append({box, scope});
    }
    column->addLayout(grid);
    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("Cancel")), *make = new QPushButton(tr("Make the key"));
    kit::setRole(cancel, kit::ButtonRole::Quiet);
    kit::setRole(make, kit::ButtonRole::Primary);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(make);
    column->addLayout(buttons);
    sheet->row()->addLayout(column, 1);
    const auto chosen = [boxes] {
        QList<Permission> scopes;
        for (const auto &[box, scope] : boxes)
            if (box->isChecked()) scopes.append(scope);
        return scopes;
    };
    const auto check = [make, name, chosen] { make->setEnabled(!name->text().trimmed().isEmpty() && !chosen().isEmpty()); };
    connect(name, &QLineEdit::textChanged, make, check);
    for (const auto &[box, scope] : boxes) connect(box, &QCheckBox::toggled, make, check);
    connect(cancel, &QPushButton::clicked, this, [this] { setSheet(nullptr); });
    connect(make, &QPushButton::clicked, this, [this, name, ends, chosen] { m_keys.make(name->text(), chosen(), ends->currentData().toInt()); });
    check();
    setSheet(sheet);
    name->setFocus();
}

} // namespace vox
