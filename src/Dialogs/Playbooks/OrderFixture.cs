using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Playbooks.Files;

namespace MeliBot.Dialogs.Playbooks;

/// <summary>A sale written down in short, to try and to test dialogs on (<c>tests/orders/*.yaml</c>).</summary>
/// <param name="SiteId">Null where the file names none.</param>
public sealed record OrderFixture(SaleFacts Sale, string? SiteId)
{
    /// <param name="at">When the sale counts as read.</param>
    /// <exception cref="FormatException">It isn't one; says where and why.</exception>
    public static OrderFixture Parse(string name, string yaml, DateTimeOffset at)
    {
        var (source, found) = (new SourceFile(name, yaml), new List<Diagnostic>());
        var root = YamlTree.Read(source, found);
        if (root is not null) new ShapeCheck(source, found).Check(root, OrderFile.Shape, "the file");
        if (found.Find(d => d.Severity == Severity.Error) is { } error) throw new FormatException(error.ToString());
        if (root is not MapNode map) throw new FormatException($"{name}: the file is empty");
        var (sale, site) = OrderFile.Read(map, at);
        return new OrderFixture(sale, site);
    }
}
