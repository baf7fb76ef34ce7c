#include "tests/ui/gallery/controls_page.h"
#include "tests/ui/gallery/sound_page.h"
#include "ui/kit/command_palette.h"
#include "ui/kit/roles.h"
#include "ui/kit/style.h"
#include "ui/kit/toasts.h"
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QPainter>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

QPixmap picture(QWidget &page)
{
    page.show();
    QApplication::processEvents();
    return page.grab();
}

// What lies over a window: palette, toasts, a combo's list, the keyboard's ring.
bool overlays(const QString &folder)
{
    using namespace vox::kit;
    QWidget window;
    setSurface(&window, Colour::Surface1);
    window.resize(1024, 600);
    auto *column = new QVBoxLayout(&window);
    auto *combo = new QComboBox;
    combo->addItems({u"Vera, calm"_s, u"Anna, brisk"_s, u"Oleg, warm"_s});
    auto *button = new QPushButton(u"Make a test"_s);
    column->addStretch(1);
    column->addWidget(combo, 0, Qt::AlignLeft);
    column->addWidget(button, 0, Qt::AlignLeft);
    column->addWidget(new QSlider(Qt::Horizontal));
    column->addStretch(1);
    window.show();
    window.activateWindow();
    window.setAttribute(Qt::WA_KeyboardFocusChange);
    combo->setFocus();
    button->setFocus(Qt::TabFocusReason);
    Toasts toasts(&window);
    toasts.post({ToastLevel::Information, u"Draft 15 saved"_s, u"Alina V. also has this agent open."_s, u"Undo"_s, {}});
    toasts.post({ToastLevel::Emergency, u"Speech recognition has stopped"_s, u"12 calls affected. Use the spare."_s, u"Switch now"_s, {}});
    QApplication::processEvents();
    bool saved = window.grab().save(folder + u"/overlays.png"_s);
    CommandPalette palette(&window);
    palette.setEntries({{"play", u"Play from here"_s, u"Conversation"_s, u"Space"_s, {}}, {"copy", u"Copy link"_s, u"Conversation"_s, u"Ctrl+L"_s, {}}});
    palette.open();
    QApplication::processEvents();
    saved &= window.grab().save(folder + u"/palette.png"_s);
    palette.close();
    combo->showPopup();
    QApplication::processEvents();
    saved &= combo->view()->window()->grab().save(folder + u"/combo.png"_s);
    return saved;
}

} // namespace

// voxdesk-gallery [folder] [text scale]: writes components.png, window-*.png, small-*.png and overlays of the running look.
int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    vox::kit::Style &style = vox::kit::Style::install(app);
    const QString folder = app.arguments().value(1, u"."_s);
    const qreal scale = app.arguments().value(2, u"1"_s).toDouble();
    style.theme().setTextScale(scale);
    const qreal ratio = app.devicePixelRatio();
    QPixmap sheet(QSize(1600, 1000) * ratio);
    sheet.setDevicePixelRatio(ratio);
    bool saved = true;
    {
        QPainter painter(&sheet);
        for (int i = 0; i < 2; ++i) {
            style.theme().setBrightness(i == 0 ? vox::kit::Brightness::Light : vox::kit::Brightness::Dark);
            ControlsPage page(i == 1);
            painter.drawPixmap(i * 800, 0, picture(page));
            SoundPage window(i == 1);
            saved &= picture(window).save(folder + (i == 0 ? u"/window-light-en.png"_s : u"/window-dark-ru.png"_s));
            window.resize(1024, 768);
            saved &= picture(window).save(folder + (i == 0 ? u"/small-light-en.png"_s : u"/small-dark-ru.png"_s));
        }
    }
    saved &= overlays(folder);
    return sheet.save(folder + u"/components.png"_s) && saved ? 0 : 1;
}
