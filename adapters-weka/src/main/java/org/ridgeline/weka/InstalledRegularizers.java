package org.ridgeline.weka;

import java.util.ArrayList;
import java.util.List;
import org.ridgeline.Regularizers;
import weka.core.WekaPackageClassLoaderManager;
import weka.core.WekaPackageManager;

/**
 * Finds regularizers in Weka, where every installed package has a class loader of its own that sees its own providers
 * only, and neither the context loader nor the system loader sees any.
 */
public final class InstalledRegularizers {

    private InstalledRegularizers() {}

    /**
     * The built-in regularizers, those on the class path and those of all packages that Weka has loaded.
     *
     * @return regularizers by name
     * @throws IllegalStateException if two have the same name
     */
    public static Regularizers load() {
        WekaPackageClassLoaderManager manager = WekaPackageClassLoaderManager.getWekaPackageClassLoaderManager();
        List<ClassLoader> loaders = new ArrayList<>();
        // Weka names a package's loader by its folder. Its own list of packages may ask the network first.
        String[] folders = WekaPackageManager.PACKAGES_DIR.list();
        for (String folder : folders == null ? new String[0] : folders) {
            ClassLoader loader = manager.getPackageClassLoader(folder);
            if (loader != null) {
                loaders.add(loader);
            }
        }
        return Regularizers.load(loaders.toArray(new ClassLoader[0]));
    }
}
