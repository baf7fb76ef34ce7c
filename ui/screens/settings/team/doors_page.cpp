#include "ui/screens/settings/team/doors_page.h"
#include "app/wording/wording.h"
#include "ui/kit/icons.h"
#include "ui/kit/roles.h"
#include "ui/kit/row_delegate.h"
#include "ui/kit/text_block.h"
#include "ui/kit/theme.h"
#include "ui/screens/call/ruled_row.h"
#include "ui/screens/settings/team/role_words.h"
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardItemModel>
#include <QTableView>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;

DoorsPage::DoorsPage(DoorsViewModel &doors, QWidget *parent)
    : TeamPage(doors, parent), m_doors(doors), m_rows(new QStandardItemModel(0, 5, this)), m_change(new QPushButton(tr("Change…"))),
      m_remove(new QPushButton(tr("Remove…")))
{
    auto *add = new QPushButton(kit::icon("plus"), tr("Add a provider…"));
    kit::setRole(add, kit::ButtonRole::Primary);
    kit::setRole(m_remove, kit::ButtonRole::Danger);
    tools()->addWidget(new kit::TextBlock(tr("People may sign in with the account of their company, beside e-mail and password."), kit::TextStyle::Body, Colour::Text2), 1, Qt::AlignVCenter);
    for (QPushButton *button : {m_remove, m_change, add}) tools()->addWidget(button);
    connect(add, &QPushButton::clicked, this, [this] { openForm({}); });
    connect(m_change, &QPushButton::clicked, this, [this] { openForm(current()); });
    connect(m_remove, &QPushButton::clicked, this, &DoorsPage::askRemove);
    m_rows->setHorizontalHeaderLabels({tr("Name on the button"), tr("Address"), tr("Client"), tr("Who may join by themselves"), tr("State")});
    m_table = makeTable(tr("Identity providers"), m_rows, {200, 280, 160, 260, 120}, 1);
    m_table->setObjectName(u"providers"_s);
    body()->addWidget(m_table, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &at) {
        for (QPushButton *button : {m_change, m_remove}) button->setEnabled(at.isValid());
    });
    connect(m_table, &QTableView::activated, this, [this] { openForm(current()); });
    setEmpty("shield", tr("Nobody signs in with a company's account yet. Keycloak, Google, Microsoft Entra and every other OpenID Connect provider will do."), tr("Add a provider"));
    connect(&doors, &DoorsViewModel::written, this, [this](const Provider &provider) {
        m_form.reset();
        setSheet(nullptr);
        tell(provider.enabled ? tr("“%1” is on the sign-in page.").arg(provider.label) : tr("“%1” is switched off.").arg(provider.label));
    });
    connect(&doors, &DoorsViewModel::refused, this, &DoorsPage::showRefusal);
    connect(&doors, &DoorsViewModel::removed, this, [this](const Provider &provider) {
        tell(tr("“%1” opens nothing any more.").arg(provider.label), tr("Who signed in with it needs a new invitation."));
    });
    refresh();
}

void DoorsPage::refresh()
{
    const int row = m_table->currentIndex().row();
    m_rows->setRowCount(0);
    for (const Provider &provider : m_doors.providers()) {
        const auto cell = [](const QString &text, Colour ink = Colour::Text2) {
            auto *item = new QStandardItem(text);
            item->setEditable(false);
            item->setToolTip(text);
            item->setData(int(ink), kit::InkRole);
            return item;
        };
        QStandardItem *label = cell(provider.label, Colour::Text1), *state = cell(provider.enabled ? tr("on") : tr("off"));
        label->setData(int(kit::TextStyle::BodyStrong), kit::FontRole);
        if (!provider.enabled) state->setData(int(kit::Meaning::Warning), kit::MeaningRole);
        const QString who = provider.domains.isEmpty() ? tr("nobody: by invitation") : tr("%1, as %2").arg(provider.domains.join(u", "_s), roleWord(provider.joinRole));
        m_rows->appendRow({label, cell(provider.issuer), cell(provider.clientId), cell(who), state});
    }
    if (row >= 0 && row < m_rows->rowCount()) m_table->selectRow(row);
    TeamPage::refresh();
    for (QPushButton *button : {m_change, m_remove}) button->setEnabled(m_table->currentIndex().isValid());
}

DoorsPage::Provider DoorsPage::current() const { return m_doors.providers().value(m_table->currentIndex().row()); }

void DoorsPage::askRemove()
{
    const Provider provider = current();
    if (provider.name.isEmpty()) return;
    ask(tr("Remove “%1”? Who signs in with it cannot come in any more; sessions that are open go on.").arg(provider.label), tr("Remove"),
        [this, provider] { m_doors.remove(provider); });
}

QWidget *DoorsPage::makeForm(Form &form, const Provider &provider)
{
    const kit::Metrics &m = kit::Theme::of(this).metrics();
    auto *sheet = new RuledRow(RuledRow::Rule::Below, 84);
    auto *grid = new QGridLayout;
    grid->setContentsMargins(0, m.panelPadding, 0, m.panelPadding);
    grid->setHorizontalSpacing(m.panelPadding);
    grid->setVerticalSpacing(m.panelPadding);
    const auto line = [](const QString &text, const QString &hint) {
        auto *edit = new QLineEdit(text);
        edit->setPlaceholderText(hint);
        return edit;
    };
    form.label = line(provider.label, tr("what people know it by"));
    form.issuer = line(provider.issuer, u"https://login.example.org/realms/team"_s);
    form.client = line(provider.clientId, tr("as registered there"));
    form.domains = line(provider.domains.join(u", "_s), tr("example.org, example.com; empty: by invitation only"));
    form.secret = new QComboBox;
    form.secret->addItem(tr("none: a public client"), QString());
    QStringList secrets = m_doors.secrets();
    if (!provider.clientSecret.isEmpty() && !secrets.contains(provider.clientSecret)) secrets.append(provider.clientSecret);
    for (const QString &secret : std::as_const(secrets)) form.secret->addItem(secret, secret);
    form.secret->setCurrentIndex(std::max(0, form.secret->findData(provider.clientSecret)));
    form.secret->setToolTip(tr("Of the secrets of this workspace"));
    form.role = new QComboBox;
    for (const Role role : DoorsViewModel::rolesToGive()) form.role->addItem(roleWord(role), int(role));
    form.role->setCurrentIndex(std::max(0, form.role->findData(int(provider.joinRole))));
    form.enabled = new QCheckBox(tr("Switched on"));
    form.enabled->setChecked(provider.enabled);
    grid->addWidget(labelled(tr("Name on the button"), form.label), 0, 0);
    grid->addWidget(labelled(tr("Address of the provider (issuer)"), form.issuer), 0, 1, 1, 2);
    grid->addWidget(labelled(tr("Client"), form.client), 1, 0);
    grid->addWidget(labelled(tr("Secret of the client"), form.secret), 1, 1);
    grid->addWidget(labelled(tr("Who joins by themselves becomes"), form.role), 1, 2);
    grid->addWidget(labelled(tr("E-mail domains that may join by themselves"), form.domains), 2, 0, 1, 2);
    grid->addWidget(form.enabled, 2, 2, Qt::AlignBottom);
    for (int column = 0; column < 3; ++column) grid->setColumnStretch(column, 1);
    sheet->row()->addLayout(grid, 1);
    return sheet;
}

void DoorsPage::openForm(const Provider &provider)
{
    Form form;
    form.name = provider.name;
    QWidget *fields = makeForm(form, provider);
    form.trouble = new kit::TextBlock(tr("Register Voxdesk there as a native application that comes back to http://127.0.0.1/callback, with any port."), kit::TextStyle::Small, Colour::Text2);
    auto *cancel = new QPushButton(tr("Cancel"));
    form.save = new QPushButton(provider.name.isEmpty() ? tr("Add") : tr("Save"));
    kit::setRole(cancel, kit::ButtonRole::Quiet);
    kit::setRole(form.save, kit::ButtonRole::Primary);
    auto *last = new QHBoxLayout;
    last->addWidget(form.trouble, 1);
    last->addWidget(cancel);
    last->addWidget(form.save);
    auto *grid = static_cast<QGridLayout *>(static_cast<RuledRow *>(fields)->row()->itemAt(0)->layout());
    grid->addLayout(last, 3, 0, 1, 3);
    const auto typed = [this, form] {
        static const QRegularExpression between(u"[\\s,;]+"_s);
        const QString label = form.label->text().simplified();
        return Provider{form.name.isEmpty() ? m_doors.nameFor(label) : form.name, label, form.issuer->text().trimmed(), form.client->text().trimmed(),
                        form.secret->currentData().toString(), form.domains->text().toLower().split(between, Qt::SkipEmptyParts),
                        Role(form.role->currentData().toInt()), form.enabled->isChecked()};
    };
    const auto check = [form] {
        bool all = true;
        for (QLineEdit *edit : {form.label, form.issuer, form.client}) all = all && !edit->text().trimmed().isEmpty();
        form.save->setEnabled(all);
    };
    for (QLineEdit *edit : {form.label, form.issuer, form.client, form.domains}) {
        connect(edit, &QLineEdit::textChanged, this, [edit, check] {
            kit::setFault(edit, false);
            check();
        });
        connect(edit, &QLineEdit::returnPressed, form.save, &QPushButton::click);
    }
    connect(cancel, &QPushButton::clicked, this, [this] {
        m_form.reset();
        setSheet(nullptr);
    });
    connect(form.save, &QPushButton::clicked, this, [this, typed] { m_doors.write(typed()); });
    check();
    m_form = form;
    setSheet(fields);
    form.label->setFocus();
}

// Beside the field it is about; what was typed stays.
void DoorsPage::showRefusal(const QString &field, const Error &error)
{
    if (!m_form) return;
    const std::pair<const char *, std::pair<QLineEdit *, QString>> all[] = {
        {"label", {m_form->label, tr("This name is too long.")}},
        {"issuer", {m_form->issuer, tr("The address begins with https:// and ends without a question mark; the provider's own pages name it.")}},
        {"client_id", {m_form->client, tr("This client is too long.")}},
        {"domains", {m_form->domains, tr("A domain is like example.org; commas stand between several.")}},
    };
    for (const auto &[key, place] : all) {
        if (field != QLatin1StringView(key)) continue;
        kit::setFault(place.first, true);
        place.first->setFocus();
        m_form->trouble->setText(place.second);
        m_form->trouble->setMeaning(kit::Meaning::Error);
        return;
    }
    m_form->trouble->setText(wording::sentence(error));
    m_form->trouble->setMeaning(kit::Meaning::Error);
}

} // namespace vox
