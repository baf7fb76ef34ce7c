#include "app/ports/sound_check.h"
#include "app/wording/wording.h"
#include "ui/kit/icons.h"
#include "ui/kit/level_meter.h"
#include "ui/kit/roles.h"
#include "ui/kit/text_block.h"
#include "ui/kit/theme.h"
#include "ui/screens/settings/settings_sections.h"
#include "ui/viewmodels/device_choice.h"
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

void fill(QComboBox *box, const QList<DeviceChoice::Device> &devices, const QString &chosen, const QString &none)
{
    const QSignalBlocker quiet(box);
    box->clear();
    for (const DeviceChoice::Device &device : devices)
        box->addItem(device.id.isEmpty() ? SettingsSection::tr("%1 (the system's)").arg(device.name) : device.name, device.id);
    if (devices.isEmpty()) box->addItem(none);
    box->setEnabled(!devices.isEmpty());
    box->setCurrentIndex(qMax(0, box->findData(chosen)));
}

QWidget *inRow(QWidget *first, QWidget *second, QWidget *third = nullptr)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(first);
    layout->addWidget(second);
    if (third) layout->addWidget(third);
    layout->addStretch(1);
    row->setFocusProxy(first);
    return row;
}

} // namespace

SettingsSection *makeSoundSection(DeviceChoice &devices, SoundCheck &check)
{
    auto *section = new SettingsSection(u"sound"_s, SettingsSection::tr("Sound devices"), {});
    const int wide = kit::Theme::of(section).px(320);
    auto *microphone = new QComboBox, *loudspeaker = new QComboBox;
    microphone->setFixedWidth(wide);
    loudspeaker->setFixedWidth(wide);
    const auto refill = [&devices, microphone, loudspeaker] {
        fill(microphone, devices.microphones(), devices.microphone(), SettingsSection::tr("No microphone is connected"));
        fill(loudspeaker, devices.loudspeakers(), devices.loudspeaker(), SettingsSection::tr("No loudspeaker is connected"));
    };
    refill();
    QObject::connect(&devices, &DeviceChoice::changed, section, refill);
    QObject::connect(microphone, &QComboBox::activated, &devices, [&devices, microphone] { devices.chooseMicrophone(microphone->currentData().toString()); });
    QObject::connect(loudspeaker, &QComboBox::activated, &devices, [&devices, loudspeaker] { devices.chooseLoudspeaker(loudspeaker->currentData().toString()); });

    auto *listen = new QPushButton(kit::icon("mic"), SettingsSection::tr("Try it"));
    listen->setCheckable(true);
    auto *meter = new kit::LevelMeter;
    meter->setFixedWidth(kit::Theme::of(section).px(160));
    auto *problem = new kit::TextBlock({}, kit::TextStyle::Small);
    problem->setMeaning(kit::Meaning::Error);
    problem->hide();
    QObject::connect(listen, &QPushButton::toggled, &check, [&check, problem](bool on) {
        problem->hide();
        check.listen(on);
    });
    QObject::connect(&check, &SoundCheck::listeningChanged, listen, [&check, listen] { listen->setChecked(check.isListening()); });
    QObject::connect(&check, &SoundCheck::levelMeasured, meter, &kit::LevelMeter::setLevel);
    QObject::connect(&check, &SoundCheck::failed, problem, [problem](const Error &error) {
        problem->setText(wording::sentence(error));
        problem->show();
    });
    QObject::connect(section, &QObject::destroyed, &check, [&check] { check.listen(false); });
    section->addRow(SettingsSection::tr("Microphone"), inRow(microphone, listen, meter), SettingsSection::tr("A call listens by itself; this is only to try it."));
    auto *play = new QPushButton(kit::icon("volume-2"), SettingsSection::tr("Test tone"));
    QObject::connect(play, &QPushButton::clicked, &check, [&check, problem] {
        problem->hide();
        check.playTone();
    });
    section->addRow(SettingsSection::tr("Loudspeaker"), inRow(loudspeaker, play));
    section->addWide(problem);
    return section;
}

} // namespace vox
