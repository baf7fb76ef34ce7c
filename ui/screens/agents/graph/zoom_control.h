#pragma once
#include "ui/screens/agents/graph/floating_bar.h"

namespace vox {

class GraphView;

// Minus, the zoom in percent (a press goes to 100 %), plus, fit. Lies at the canvas's lower left.
class ZoomControl : public FloatingBar {
    Q_OBJECT
public:
    explicit ZoomControl(GraphView &view, QWidget *parent);
};

} // namespace vox
