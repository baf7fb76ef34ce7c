#include "ui/kit/accessible.h"
#include <QAccessibleWidget>

namespace vox::kit {

namespace {

class Reader final : public QAccessibleWidget {
public:
    Reader(QWidget *widget, const Readable &what)
        : QAccessibleWidget(widget, what.readRole())
        , m_what(what)
    {
    }
    QString text(QAccessible::Text kind) const override
    {
        const QString own = QAccessibleWidget::text(kind);
        if (!own.isEmpty()) return own;
        if (kind == QAccessible::Name) return m_what.readName();
        if (kind == QAccessible::Value || kind == QAccessible::Description) return m_what.readValue();
        return {};
    }

private:
    const Readable &m_what;
};

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    const auto *what = dynamic_cast<const Readable *>(object);
    return widget && what ? new Reader(widget, *what) : nullptr;
}

} // namespace

void installReadable()
{
    static const bool once = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(once)
}

} // namespace vox::kit
