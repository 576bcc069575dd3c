using System.Globalization;
using System.Reflection;

namespace MeliBot.Delivery.Stores;

/// <summary>One numbered script that comes with this assembly.</summary>
/// <param name="Version">The schema's, once it is applied.</param>
/// <param name="Name">Its file's, which begins with the version.</param>
/// <param name="Sql">What it does; earlier versions may serve meanwhile and go on doing so.</param>
/// <param name="After">What is left to do once none of them serves any more (<c>NNNN_name.after.sql</c>); null for most.</param>
internal sealed record Migration(int Version, string Name, string Sql, string? After)
{
    private const string OfAfter = ".after";

    public string AfterName => Name + OfAfter;

    /// <param name="store">The folder under <c>Stores</c>.</param>
    public static IReadOnlyList<Migration> Of(string store)
    {
        var folder = $".Stores.{store}.Migrations.";
        var assembly = typeof(Migration).Assembly;
        var scripts = assembly.GetManifestResourceNames().Where(name => name.Contains(folder, StringComparison.Ordinal))
            .ToDictionary(name => name[(name.IndexOf(folder, StringComparison.Ordinal) + folder.Length)..^".sql".Length], name => Read(assembly, name), StringComparer.Ordinal);
        return [.. scripts.Where(script => !script.Key.EndsWith(OfAfter, StringComparison.Ordinal))
            .Select(script => new Migration(VersionOf(script.Key), script.Key, script.Value, scripts.GetValueOrDefault(script.Key + OfAfter)))
            .OrderBy(migration => migration.Version)];
    }

    private static int VersionOf(string name) => int.Parse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
