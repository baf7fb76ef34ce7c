#include "tests/ui/gallery/controls_page.h"
#include "tests/ui/gallery/sound_page.h"
#include "ui/kit/style.h"
#include <QApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

QPixmap picture(QWidget &page)
{
    page.show();
    QApplication::processEvents();
    return page.grab();
}

} // namespace

// voxdesk-gallery [folder] [text scale]: writes components.png and window-*.png of the running look.
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
    return sheet.save(folder + u"/components.png"_s) && saved ? 0 : 1;
}
