// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What every task of the catalogue keeps to: a new one is held to it by its entry alone.
#include "core/base/error.h"
#include "core/image/classical_fill.h"
#include "core/image/classical_restorer.h"
#include "core/methods/method_rows.h"
#include "core/methods/sampling_recipe.h"
#include "core/operators/catalogue.h"
#include "core/operators/linear_operator.h"
#include "core/sampling/catalogue.h"
#include "core/tasks/behaviour/classical_estimate.h"
#include "core/tasks/behaviour/whole_task.h"
#include "tests/support/refusal.h"
#include "tests/support/test_pictures.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>

using namespace palimpsest;

namespace {

constexpr Size kSize{48, 40};
constexpr double kSigma = 0.02; // [0,1] units
constexpr const char* kFillPrior = "photo-fill";

bool isSentence(const std::string& text) { return text.size() > 10 && text.back() == '.'; }

/// Smooth, so that blurs and enlargements have something to find, and bright enough to be cut off.
Image scene() {
    return pictureOf<std::uint8_t>(kSize, 3, [](int x, int y, int channel) {
        return static_cast<std::uint8_t>(
            255 * (0.6 + 0.38 * std::sin(0.31 * x + channel) * std::cos(0.23 * y - 0.5 * channel)));
    });
}

/// A stroke in the picture's own colours.
Image strokesOn(const Image& picture) {
    return pictureOf<std::uint8_t>(kSize, 4, [&](int x, int y, int channel) {
        const bool isPainted = y >= 6 && y < 8 && x >= 4 && x < 30;
        const double value = channel == 3 ? 1 : picture.valueAt(x, y, channel);
        return static_cast<std::uint8_t>(isPainted ? std::lround(255 * value) : 0);
    });
}

Mask scratch() {
    return maskOf(kSize, [](int x, int y) { return y >= 20 && y < 23 && x >= 10 && x < 40 ? 255 : 0; });
}

/// The picture, and with `painted` all that the task can be given besides.
RestoreInput inputFor(const TaskDescription& task, bool painted) {
    RestoreInput input{.acquisition = scene()};
    if ((painted && task.takes(InputKind::mask)) || task.needs(InputKind::mask)) {
        input.mask = scratch();
    }
    if (painted && task.takes(InputKind::hints)) {
        input.hints = strokesOn(scene());
    }
    return input;
}

/// Nothing is left to the look of the picture.
RestoreSpec specFor(const TaskDescription& task) {
    RestoreSpec spec;
    spec.task = task.id;
    if (task.takesParameter("sigma")) {
        spec.taskParameters["sigma"] = kSigma;
    }
    if (task.takesParameter("quality")) {
        spec.taskParameters["quality"] = std::int64_t{30};
    }
    spec.taskParameters = completeTaskParameters(spec);
    return spec;
}

double rootMeanSquare(const at::Tensor& x) { return x.square().mean().sqrt().item<double>(); }

at::Tensor randomLike(const Shape& shape, std::uint64_t seed) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    return at::randn({1, shape[0], shape[1], shape[2]}, generator);
}

at::Tensor randomLike(const at::Tensor& x, std::uint64_t seed) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    return at::randn(x.sizes(), generator);
}

double innerProduct(const at::Tensor& a, const at::Tensor& b) {
    return (a.to(at::kDouble) * b.to(at::kDouble)).sum().item<double>();
}

/// A whole task with one of its inputs, measured.
struct Measured {
    const TaskDescription& task;
    const WholeTask& whole;
    RestoreSpec spec;
    PictureTensors input;
    TaskMeasurement measured;

    Measured(const TaskDescription& description, bool painted)
        : task(description), whole(*taskBehaviour(task.id).asWhole()), spec(specFor(task)),
          input(whole.tensors(spec, inputFor(task, painted), scene())),
          measured(whole.measure(spec, input, kSigma, {})) {}

    Shape resultShape() const {
        const std::int64_t factor = whole.enlargement(spec);
        return {3, kSize.height * factor, kSize.width * factor};
    }
};

} // namespace

class EveryTaskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isDescribedInSentences_data() { everyTask(); }
    void isDescribedInSentences();
    void namesWhatThereIs_data() { everyTask(); }
    void namesWhatThereIs();
    void parametersAreTheirOwn_data() { everyTask(); }
    void parametersAreTheirOwn();
    void behaviourFitsTheDescription_data() { everyTask(); }
    void behaviourFitsTheDescription();
    void defaultsCanBeDone_data() { everyTask(); }
    void defaultsCanBeDone();
    void refusesInputsOfAnotherSize_data() { everyTask(); }
    void refusesInputsOfAnotherSize();
    void measuresTheRangeOfItsOperator_data() { everyWholeTask(); }
    void measuresTheRangeOfItsOperator();
    void adjointsAgree_data() { everyWholeTask(); }
    void adjointsAgree();
    void theCleanPictureFitsItsDamage_data() { everyWholeTask(); }
    void theCleanPictureFitsItsDamage();
    void firstEstimatesAreResults_data() { everyWholeTask(); }
    void firstEstimatesAreResults();
    void pyramidsAreMeasuredAtHalfSize_data() { everyWholeTask(); }
    void pyramidsAreMeasuredAtHalfSize();
    void idsAreUnique();
    void sharedParametersHaveOneType();
    void unknownTasksAreRefused_data();
    void unknownTasksAreRefused();

private:
    static void everyTask() {
        QTest::addColumn<QString>("id");
        for (const TaskDescription& task : taskCatalogue()) {
            QTest::newRow(task.id.c_str()) << QString::fromStdString(task.id);
        }
    }

    static void everyWholeTask() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("painted");
        for (const TaskDescription& task : taskCatalogue()) {
            if (task.coverage != Coverage::whole) {
                continue;
            }
            QTest::addRow("%s", task.id.c_str()) << QString::fromStdString(task.id) << false;
            if (task.takes(InputKind::mask) || task.takes(InputKind::hints)) {
                QTest::addRow("%s, painted on", task.id.c_str()) << QString::fromStdString(task.id) << true;
            }
        }
    }

    static const TaskDescription& named(const QString& id) { return taskCatalogue().at(id.toStdString()); }
};

void EveryTaskTest::isDescribedInSentences() {
    QFETCH(QString, id);
    const TaskDescription& task = named(id);
    QVERIFY(!task.title.empty() && task.title.back() != '.');
    QVERIFY(isSentence(task.description));
    QVERIFY(!task.example.empty());
    QVERIFY(!task.inputs.empty());
    QVERIFY(task.inputs.front().isRequired);
    const InputKind first = task.inputs.front().kind;
    QVERIFY(first == InputKind::picture || first == InputKind::sinogram || first == InputKind::kSpace);
    std::set<InputKind> kinds;
    for (const InputSlot& slot : task.inputs) {
        QVERIFY(isSentence(slot.description));
        QVERIFY(kinds.insert(slot.kind).second);
    }
    for (const ParameterSchema& schema : task.parameters) {
        QVERIFY2(isSentence(schema.description), schema.name.c_str());
    }
}

void EveryTaskTest::namesWhatThereIs() {
    QFETCH(QString, id);
    const TaskDescription& task = named(id);
    for (const std::string& method : task.methods) {
        QVERIFY2(methodCatalogue().find(method), method.c_str());
        QVERIFY2(methodCatalogue().at(method).scope == MethodScope::listed,
                 method.c_str()); // the others serve it anyway
    }
    QVERIFY(!task.firstEstimates.empty());
    const bool isWhole = task.coverage == Coverage::whole;
    for (const std::string& estimate : task.firstEstimates) {
        const bool isThere = isWhole ? estimate == kPseudoInverse || classicalRestorers().find(estimate)
                                     : estimate == kFillPrior || classicalFills().find(estimate);
        QVERIFY2(isThere, estimate.c_str());
    }
    const std::set<std::string> methods(task.methods.begin(), task.methods.end());
    const std::set<std::string> estimates(task.firstEstimates.begin(), task.firstEstimates.end());
    QCOMPARE(methods.size(), task.methods.size());
    QCOMPARE(estimates.size(), task.firstEstimates.size());
}

void EveryTaskTest::parametersAreTheirOwn() {
    QFETCH(QString, id);
    const TaskDescription& task = named(id);
    std::set<std::string> names;
    for (const ParameterSchema& schema : commonSchemas()) {
        names.insert(schema.name);
    }
    for (const ParameterSchema& schema : task.parameters) {
        QVERIFY2(names.insert(schema.name).second, schema.name.c_str());
        QVERIFY2(schema.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string::npos,
                 schema.name.c_str());
        const ParameterValues complete = validated({schema}, {{schema.name, schema.defaultValue}}, "the default");
        QVERIFY2(complete.at(schema.name) == schema.defaultValue, schema.name.c_str());
        QVERIFY2(schema.type != ParameterType::choice || !schema.choices.empty(), schema.name.c_str());
    }
    QCOMPARE(restoreSchemas(task.id).size(), names.size());
}

void EveryTaskTest::behaviourFitsTheDescription() {
    QFETCH(QString, id);
    const TaskDescription& task = named(id);
    const TaskBehaviour& behaviour = taskBehaviour(task.id);
    QCOMPARE(behaviour.asWhole() != nullptr, task.coverage == Coverage::whole);
    QVERIFY(operatorCatalogue().find(behaviour.operatorId()));
    for (const TaskDescription& other : taskCatalogue()) {
        QCOMPARE(&taskBehaviour(other.id) == &behaviour, other.id == task.id);
    }
    if (!behaviour.asWhole()) {
        QVERIFY(task.needs(InputKind::mask));
    }
}

void EveryTaskTest::defaultsCanBeDone() {
    QFETCH(QString, id);
    const TaskDescription& task = named(id);
    const TaskBehaviour& behaviour = taskBehaviour(task.id);
    bool usesPrior = false;
    for (const double sigma : {0.0, 0.004, 0.1}) {
        for (const int sample : {0, 1}) {
            const MethodRequest request{.holes = {20, 5000}, .sigma = sigma, .sample = sample};
            const MethodSettings settings = behaviour.completed(behaviour.defaultMethod(request));
            usesPrior |= settings.usesPrior();
            QVERIFY(settings.usesPrior() || settings.refineWithFill);
            QVERIFY(!settings.firstEstimate || task.hasFirstEstimate(*settings.firstEstimate));
            const SamplingRecipe recipe = samplingRecipe(settings); // throws for what there is not
            QVERIFY(task.isLinear || guidanceCatalogue().at(settings.guidance).takesNonlinear ||
                    settings.guidance == "none");
            QCOMPARE(evaluationsOf(settings, settings.coarsest) > 0, settings.coarsest.usesPrior());
            QVERIFY(settings.coarsest.t0 <= 1 && settings.finer.t0 <= 1);
            QVERIFY(settings.tileSide >= 64);
        }
    }
    QVERIFY(usesPrior); // or variants would all be the same
}

void EveryTaskTest::refusesInputsOfAnotherSize() {
    QFETCH(QString, id);
    const TaskDescription& task = named(id);
    const TaskBehaviour& behaviour = taskBehaviour(task.id);
    const RestoreSpec spec = specFor(task);
    behaviour.requireUsable(spec, inputFor(task, false));
    behaviour.requireUsable(spec, inputFor(task, true));
    const auto complaint = [&](const RestoreInput& input) {
        return refusal(ErrorCode::badInput, [&] { behaviour.requireUsable(spec, input); });
    };
    RestoreInput other = inputFor(task, true);
    if (task.takes(InputKind::mask)) {
        other.mask = Mask({kSize.width + 1, kSize.height}, 255);
        QVERIFY2(complaint(other).contains("the mask"), qPrintable(complaint(other)));
    }
    if (task.needs(InputKind::mask)) {
        other.mask = Mask();
        QVERIFY2(complaint(other).contains("mask"), qPrintable(complaint(other)));
        other.mask = Mask(kSize);
        QVERIFY2(complaint(other).contains("covers nothing"), qPrintable(complaint(other)));
    }
    if (task.takes(InputKind::hints)) {
        other = inputFor(task, true);
        other.hints = pictureOf<std::uint8_t>({kSize.width, kSize.height + 1}, 4,
                                              [](int, int, int) { return std::uint8_t{255}; });
        QVERIFY2(complaint(other).contains("hints"), qPrintable(complaint(other)));
    }
}

void EveryTaskTest::measuresTheRangeOfItsOperator() {
    QFETCH(QString, id);
    QFETCH(bool, painted);
    const Measured one(named(id), painted);
    const MeasurementOperator& A = *one.measured.known.A;
    Shape batch{1};
    batch.insert(batch.end(), A.range().begin(), A.range().end());
    QCOMPARE(one.measured.known.y.sizes().vec(), batch);
    QVERIFY(one.measured.known.y.isfinite().all().item<bool>());
    QCOMPARE(A.domain(), (Shape{3, one.resultShape()[1] + 2 * one.measured.margin.height,
                                one.resultShape()[2] + 2 * one.measured.margin.width}));
    QCOMPARE(A.asLinear() != nullptr, one.task.isLinear);
    QCOMPARE(one.measured.known.noise.sigmaY, one.task.isLinear ? 2 * kSigma : 0.0);
    if (one.input.known.defined()) { // zero where nothing was measured
        const at::Tensor unknown = one.measured.known.y.masked_select(one.input.known.logical_not());
        QVERIFY(unknown.numel() > 0 && !unknown.any().item<bool>());
    }
    const at::Tensor direct = A.directReconstruction(one.measured.known.y);
    QVERIFY(direct.isfinite().all().item<bool>());
}

void EveryTaskTest::adjointsAgree() {
    QFETCH(QString, id);
    QFETCH(bool, painted);
    const Measured one(named(id), painted);
    const LinearOperator* A = one.measured.known.A->asLinear();
    if (!A) {
        QVERIFY(!one.task.isLinear);
        return;
    }
    const at::Tensor x = randomLike(A->domain(), 1);
    const at::Tensor v = randomLike(one.measured.known.y, 2);
    const at::Tensor there = A->forward(x);
    const double forth = innerProduct(there, v);
    const double back = innerProduct(x, A->adjoint(v));
    QVERIFY2(std::abs(forth - back) < 1e-4 * std::sqrt(innerProduct(there, there) * innerProduct(v, v)),
             qPrintable(QString("%1, %2").arg(forth).arg(back)));
    QVERIFY(innerProduct(there, there) > 0);
}

/// What `degrade` makes of a clean picture is what the forward model says of that picture, up to its noise, or to what
/// decoders of JPEG change while they enlarge chroma.
void EveryTaskTest::theCleanPictureFitsItsDamage() {
    QFETCH(QString, id);
    QFETCH(bool, painted);
    const Measured one(named(id), painted);
    const PictureTensors damaged = one.whole.degraded(one.spec, one.input);
    const TaskMeasurement measured = one.whole.measure(one.spec, damaged, kSigma, {});
    const Shape& domain = measured.known.A->domain();
    const PictureTensors truth = middleOf(one.input, domain[1], domain[2]);
    const double residual = rootMeanSquare(measured.known.A->forward(truth.picture) - measured.known.y);
    const bool isNoisy = one.task.takesParameter("sigma");
    QVERIFY2(residual < (isNoisy ? 1.1 * 2 * kSigma : 0.1), qPrintable(QString::number(residual)));
    QVERIFY2(!isNoisy || residual > 0.5 * 2 * kSigma, qPrintable(QString::number(residual)));
    QVERIFY(!at::equal(damaged.picture, middleOf(one.input, damaged.picture.size(2), damaged.picture.size(3)).picture));
    QVERIFY(at::equal(one.whole.degraded(one.spec, one.input).picture, damaged.picture)); // seeded
}

void EveryTaskTest::firstEstimatesAreResults() {
    QFETCH(QString, id);
    QFETCH(bool, painted);
    const Measured one(named(id), painted);
    std::vector<std::string> ids = one.task.firstEstimates;
    ids.emplace_back(); // the usual one
    for (const std::string& estimate : ids) {
        const at::Tensor x = firstEstimate(one.whole, estimate, one.spec, one.input, one.measured, {});
        const Shape& domain = one.measured.known.A->domain();
        QVERIFY2(x.sizes().vec() == (std::vector<std::int64_t>{1, domain[0], domain[1], domain[2]}), estimate.c_str());
        QVERIFY2(x.isfinite().all().item<bool>(), estimate.c_str());
        QVERIFY2(x.abs().max().item<double>() < 1.5, estimate.c_str()); // sharpening overshoots a little
        const double misfit = rootMeanSquare(one.measured.known.A->forward(x) - one.measured.known.y);
        const double ofBlack = rootMeanSquare(one.measured.known.A->forward(-at::ones_like(x)) - one.measured.known.y);
        QVERIFY2(misfit < 0.5 * ofBlack,
                 qPrintable(QString("%1: %2 of %3").arg(estimate.c_str()).arg(misfit).arg(ofBlack)));
    }
    const QString complaint = refusal(
        ErrorCode::badArgument, [&] { firstEstimate(one.whole, "telea", one.spec, one.input, one.measured, {}); });
    QVERIFY2(complaint.contains("telea") && complaint.contains(id), qPrintable(complaint)); // a fill of holes
}

void EveryTaskTest::pyramidsAreMeasuredAtHalfSize() {
    QFETCH(QString, id);
    QFETCH(bool, painted);
    const Measured one(named(id), painted);
    if (!one.whole.hasPyramid()) {
        return;
    }
    QCOMPARE(one.whole.enlargement(one.spec), 1);
    PictureTensors small = halved(one.input);
    for (int level = 1; level < 3; ++level, small = halved(small)) {
        const TaskMeasurement measured = one.whole.measure(one.spec, small, kSigma / (1 << level), {});
        const Shape& domain = measured.known.A->domain();
        QCOMPARE(domain[1], (kSize.height >> level) + 2 * measured.margin.height);
        QCOMPARE(domain[2], (kSize.width >> level) + 2 * measured.margin.width);
        QCOMPARE(small.hinted.defined(), one.input.hinted.defined());
        const at::Tensor x = firstEstimate(one.whole, "", one.spec, small, measured, {});
        QVERIFY(x.isfinite().all().item<bool>());
        QCOMPARE(x.size(2), domain[1]);
    }
}

void EveryTaskTest::idsAreUnique() {
    std::set<std::string> ids;
    std::set<std::string> titles;
    for (const TaskDescription& task : taskCatalogue()) {
        QVERIFY2(ids.insert(task.id).second, task.id.c_str());
        QVERIFY2(titles.insert(task.title).second, task.id.c_str());
        QVERIFY2(task.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string::npos, task.id.c_str());
    }
    QVERIFY(ids.size() >= 8);
}

/// A flat spec of program versions before 0.2 has the parameters of all tasks beside each other.
void EveryTaskTest::sharedParametersHaveOneType() {
    std::map<std::string, ParameterType> types;
    for (const TaskDescription& task : taskCatalogue()) {
        for (const ParameterSchema& schema : task.parameters) {
            QVERIFY2(types.emplace(schema.name, schema.type).first->second == schema.type, schema.name.c_str());
        }
    }
}

void EveryTaskTest::unknownTasksAreRefused_data() {
    QTest::addColumn<QString>("id");
    for (const char* id : {"sharpen", "", "Inpaint", "inpaint "}) {
        QTest::addRow("\"%s\"", id) << id;
    }
}

/// Nobody falls into a default.
void EveryTaskTest::unknownTasksAreRefused() {
    QFETCH(QString, id);
    RestoreSpec spec;
    spec.task = id.toStdString();
    const std::vector<std::function<void()>> uses{[&] { taskCatalogue().at(spec.task); },
                                                  [&] { taskBehaviour(spec.task); },
                                                  [&] { completeTaskParameters(spec); },
                                                  [&] { validate(spec); },
                                                  [&] { restoreSchemas(spec.task); },
                                                  [&] { setField(spec, "seed", std::int64_t{1}); },
                                                  [&] { field(spec, "seed"); }};
    for (const auto& use : uses) {
        const QString complaint = refusal(ErrorCode::badArgument, use);
        QVERIFY2(complaint.contains(id) && complaint.contains("inpaint, colorize"), qPrintable(complaint));
    }
}

QTEST_GUILESS_MAIN(EveryTaskTest)
#include "every_task_test.moc"
