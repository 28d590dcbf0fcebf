// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/engine/engine.h"
#include "core/engine/restore_input.h"
#include "tests/support/test_pictures.h"

#include <QTest>

using namespace palimpsest;

class RestoreInputTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPictureIsThePicture() {
        const Image picture = patternedPicture({5, 4});
        const RestoreInput input{.acquisition = picture};
        QVERIFY(input.picture() == picture);
        QVERIFY(RestoreInput().picture().isNull());
        QVERIFY(input.mask.isNull() && input.hints.isNull() && input.kernel.isNull() && input.estimate.isNull());
    }

    /// A task of pictures is given nothing else: whoever calls the engine sees to it.
    void anythingElseIsABug() {
        const RestoreInput sinogram{.acquisition = Sinogram(1, 2, {.angles = {0, 1}}, {1, 2, 3, 4})};
        QVERIFY_EXCEPTION_THROWN(sinogram.picture(), Bug);
        const RestoreInput kSpace{.acquisition = KSpace(1, 1, {1}, 2, {2, 1}, {{1, 0}, {0, 1}})};
        QVERIFY_EXCEPTION_THROWN(kSpace.picture(), Bug);
        QVERIFY_EXCEPTION_THROWN(RestoreInput{.acquisition = Sinogram()}.picture(), Bug);
    }

    void methodsKnowTheTasksThatTheyServe() {
        MethodDescription method;
        method.tasks = {{.task = "deblur", .parameters = {}, .evaluations = 3},
                        {.task = "denoise", .parameters = {}, .evaluations = 1}};
        QCOMPARE(method.forTask("denoise")->evaluations, 1);
        QVERIFY(!method.forTask("inpaint"));
        QVERIFY(!method.forTask(""));
    }

    void keepingIsAskedOnce() {
        KeepRequest request;
        QVERIFY(!request.asked());
        request.keep();
        request.keep();
        QVERIFY(request.asked());
    }
};

QTEST_GUILESS_MAIN(RestoreInputTest)
#include "restore_input_test.moc"
