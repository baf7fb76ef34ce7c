#include "tests/ui/gallery/controls_page.h"
#include "ui/kit/style.h"
#include <QApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

// voxdesk-gallery [folder] [text scale]: writes components.png of the running look.
int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    vox::kit::Style &style = vox::kit::Style::install(app);
    const QString folder = app.arguments().value(1, u"."_s);
    const qreal scale = app.arguments().value(2, u"1"_s).toDouble();
    style.theme().setTextScale(scale);
    QPixmap sheet(1600, 1000);
    QPainter painter(&sheet);
    for (int i = 0; i < 2; ++i) {
        style.theme().setBrightness(i == 0 ? vox::kit::Brightness::Light : vox::kit::Brightness::Dark);
        ControlsPage page(i == 1);
        page.show();
        QApplication::processEvents();
        painter.drawPixmap(i * 800, 0, page.grab());
    }
    return sheet.save(folder + u"/components.png"_s) ? 0 : 1;
}
