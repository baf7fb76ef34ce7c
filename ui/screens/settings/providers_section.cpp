#include "app/wording/wording.h"
#include "ui/kit/icons.h"
#include "ui/kit/roles.h"
#include "ui/kit/text_block.h"
#include "ui/kit/theme.h"
#include "ui/screens/settings/key_entry.h"
#include "ui/screens/settings/settings_sections.h"
#include "ui/viewmodels/settings_providers.h"
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// The rows of addresses, made anew when their number changes.
class ProviderRows final : public QWidget {
public:
    ProviderRows(SettingsProviders &providers, std::function<void(const Notice &)> notice) : m_providers(providers), m_notice(std::move(notice))
    {
        setLayout(new QGridLayout);
        layout()->setContentsMargins(0, 0, 0, 0);
        connect(&providers, &SettingsProviders::rowsChanged, this, [this] { QMetaObject::invokeMethod(this, [this] { fill(); }, Qt::QueuedConnection); });
        connect(&providers, &SettingsProviders::rowChanged, this, [this] { showFaults(); });
        fill();
    }

private:
    void fill()
    {
        qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
        m_faults.clear();
        auto *grid = static_cast<QGridLayout *>(layout());
        grid->setColumnStretch(1, 2);
        grid->setColumnStretch(0, 1);
        grid->setColumnStretch(2, 1);
        const QList<SettingsProviders::Row> &rows = m_providers.rows();
        if (!rows.isEmpty()) {
            int column = 0;
            for (const QString &name : {SettingsSection::tr("Name"), SettingsSection::tr("Address"), SettingsSection::tr("Name of its key")})
                grid->addWidget(kit::makeLabel(name, kit::TextStyle::Small, kit::Colour::Text2), 0, column++);
        }
        for (int row = 0; row < rows.size(); ++row) addRow(grid, row);
        showFaults();
    }

    void addRow(QGridLayout *grid, int row)
    {
        const SettingsProviders::Row &values = m_providers.rows().at(row);
        auto *name = new QLineEdit(values.name), *address = new QLineEdit(values.address), *secret = new QLineEdit(values.secret);
        address->setPlaceholderText(u"https://api.example.com/v1"_s);
        name->setAccessibleName(SettingsSection::tr("Name"));
        address->setAccessibleName(SettingsSection::tr("Address"));
        secret->setAccessibleName(SettingsSection::tr("Name of its key"));
        const auto changed = [this, row, name, address, secret] {
            m_providers.change(row, {name->text().trimmed(), address->text().trimmed(), secret->text().trimmed()});
        };
        for (QLineEdit *field : {name, address, secret}) connect(field, &QLineEdit::textEdited, this, changed);
        auto *remove = new QToolButton;
        remove->setIcon(kit::icon("trash-2"));
        remove->setToolTip(SettingsSection::tr("Remove this address"));
        remove->setAccessibleName(remove->toolTip());
        connect(remove, &QToolButton::clicked, this, [this, row] {
            const SettingsProviders::Row gone = m_providers.rows().at(row);
            m_providers.remove(row);
            m_notice({Notice::Level::Information, SettingsSection::tr("The address was removed."), gone.name, SettingsSection::tr("Undo"),
                      [this, row, gone] { m_providers.restore(row, gone); }});
        });
        auto *fault = new kit::TextBlock({}, kit::TextStyle::Small, kit::Colour::Text3);
        auto *key = new KeyEntry(m_providers, [this, row] { return m_providers.rows().value(row).secret; });
        m_faults.append({fault, key, name, address, secret});
        const int line = 3 * row + 1;
        grid->addWidget(name, line, 0);
        grid->addWidget(address, line, 1);
        grid->addWidget(secret, line, 2);
        grid->addWidget(remove, line, 3);
        grid->addWidget(fault, line + 1, 0, 1, 4);
        grid->addWidget(key, line + 2, 0, 1, 4);
    }

    void showFaults()
    {
        using Fault = SettingsProviders::Fault;
        for (int row = 0; row < m_faults.size() && row < m_providers.rows().size(); ++row) {
            const Fault fault = m_providers.faultOf(row);
            const Line &line = m_faults[row];
            line.text->setMeaning(kit::Meaning::Error);
            line.text->setText(sentence(fault));
            line.text->setVisible(fault != Fault::None);
            line.key->setVisible(fault == Fault::None);
            line.key->refresh();
            kit::setFault(line.name, fault == Fault::NameMissing || fault == Fault::NameTaken);
            kit::setFault(line.address, fault == Fault::AddressBroken);
            kit::setFault(line.secret, fault == Fault::SecretBroken);
        }
    }

    static QString sentence(SettingsProviders::Fault fault)
    {
        using Fault = SettingsProviders::Fault;
        switch (fault) {
        case Fault::NameMissing: return SettingsSection::tr("Give it a name: agents choose it by that.");
        case Fault::NameTaken: return SettingsSection::tr("Another address has this name.");
        case Fault::AddressBroken: return SettingsSection::tr("An address begins with https:// or http:// and names a server.");
        case Fault::SecretBroken: return SettingsSection::tr("Letters, digits, dots, hyphens and underscores only.");
        case Fault::None: break;
        }
        return {};
    }

    struct Line {
        kit::TextBlock *text;
        KeyEntry *key;
        QLineEdit *name, *address, *secret;
    };
    SettingsProviders &m_providers;
    std::function<void(const Notice &)> m_notice;
    QList<Line> m_faults;
};

} // namespace

SettingsSection *makeProvidersSection(SettingsProviders &providers, const std::function<void(const Notice &)> &notice)
{
    auto *section = new SettingsSection(u"addresses"_s, SettingsSection::tr("Language models"),
                                        SettingsSection::tr("Servers with an OpenAI-compatible interface. Agents without a model node need none."));
    section->addWide(new ProviderRows(providers, notice));
    QObject::connect(&providers, &SettingsProviders::failed, section, [notice](const Error &error) {
        notice({Notice::Level::Error, wording::whatHappened(error), wording::whatNext(error), {}, {}});
    });
    auto *add = new QPushButton(kit::icon("plus"), SettingsSection::tr("Add an address"));
    QObject::connect(add, &QPushButton::clicked, &providers, &SettingsProviders::add);
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(add);
    layout->addStretch(1);
    section->addWide(row);
    return section;
}

} // namespace vox
