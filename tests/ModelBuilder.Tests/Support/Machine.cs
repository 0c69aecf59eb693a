using System.Runtime.CompilerServices;

namespace ModelBuilder.Tests.Support;

/// <summary>What this machine and checkout have beside the code; tests that need more than there is skip and say so.</summary>
internal static class Machine
{
    /// <summary>The root of the checkout.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>The folder of shared material, or null.</summary>
    public static string? Shared { get; } = Existing(Path.GetFullPath(Path.Combine(Repository, "..", "shared")));

    /// <summary>The path of LibreOffice's program, or null.</summary>
    public static string? LibreOffice { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);

    /// <summary>Skips the running test where ../shared is not there.</summary>
    public static string NeedShared()
    {
        Skip.If(Shared is null, "needs ../shared, which is not beside this checkout");
        return Shared!;
    }

    /// <summary>Skips the running test where LibreOffice and its Python bridge are not installed.</summary>
    public static void NeedLibreOffice() => Skip.If(
        LibreOffice is null || !File.Exists("/usr/bin/python3"), "needs Debian's libreoffice-calc, python3-uno and python3-openpyxl");

    private static string? Existing(string folder) => Directory.Exists(folder) ? folder : null;

    private static string FindRepository([CallerFilePath] string here = "")
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ModelBuilder.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
    }
}
