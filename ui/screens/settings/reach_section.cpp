#include "ui/kit/growing_text.h"
#include "ui/kit/roles.h"
#include "ui/kit/text_block.h"
#include "ui/kit/theme.h"
#include "ui/screens/settings/settings_sections.h"
#include "ui/viewmodels/settings_reach.h"
#include <QCheckBox>
#include <QVBoxLayout>

namespace vox {

using namespace Qt::StringLiterals;

SettingsSection *makeReachSection(SettingsReach &reach)
{
    auto *section = new SettingsSection(u"reach"_s, SettingsSection::tr("Where tools may send requests"),
                                        SettingsSection::tr("An agent's author, a caller or a model can name an address. So tools reach public addresses only, whatever name leads "
                                                            "there and also after a redirect; what you allow here counts for calls that begin later."));
    const kit::Theme &theme = kit::Theme::of(section);
    auto *hosts = new kit::GrowingText(4, 8);
    hosts->setPlainText(reach.hosts());
    kit::setText(hosts, kit::TextStyle::Mono);
    hosts->setPlaceholderText(u"api.example.com\n*.example.org\nstock.example.net:8443"_s);
    hosts->setFixedWidth(theme.px(480));
    hosts->setAccessibleName(SettingsSection::tr("Only these hosts"));
    auto *fault = new kit::TextBlock({}, kit::TextStyle::Small);
    fault->setMeaning(kit::Meaning::Error);
    auto *field = new QWidget;
    auto *column = new QVBoxLayout(field);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.metrics().half);
    column->addWidget(hosts, 0, Qt::AlignLeft);
    column->addWidget(fault);
    field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    field->setFocusProxy(hosts);
    QObject::connect(hosts, &QPlainTextEdit::textChanged, &reach, [&reach, hosts] { reach.setHosts(hosts->toPlainText()); });
    section->addRow(SettingsSection::tr("Only these hosts"), field,
                    SettingsSection::tr("One a line. Empty: any. With a list, everything else is refused: a mistake in an agent sends nothing to strangers."));
    const auto showFaults = [&reach, hosts, fault] {
        const QStringList faults = reach.faults();
        kit::setFault(hosts, !faults.isEmpty());
        fault->setText(faults.isEmpty() ? QString() : SettingsSection::tr("“%1” is no host. Write a name without https:// and path: api.example.com or *.example.com, with :8443 if needed.").arg(faults.first()));
        fault->setVisible(!faults.isEmpty());
    };
    QObject::connect(&reach, &SettingsReach::changed, fault, showFaults);
    showFaults();
    auto *own = new QCheckBox(SettingsSection::tr("Also the own network"));
    own->setChecked(reach.privateAddresses());
    QObject::connect(own, &QCheckBox::toggled, &reach, &SettingsReach::setPrivateAddresses);
    section->addRow(SettingsSection::tr("Private addresses"), own,
                    SettingsSection::tr("10.x, 192.168.x and their like lead to printers, routers and servers that trust whoever is inside. Allow it only when your tools run there."));
    auto *machine = new QCheckBox(SettingsSection::tr("Also this machine"));
    machine->setChecked(reach.loopback());
    QObject::connect(machine, &QCheckBox::toggled, &reach, &SettingsReach::setLoopback);
    section->addRow({}, machine, SettingsSection::tr("127.0.0.1 and localhost: programs on this machine, often without a password. For trying things out."));
    return section;
}

} // namespace vox
