using System.Collections.Concurrent;
using System.Globalization;
using DotLiquid;

namespace MeliBot.Dialogs.Templates;

/// <summary>A rendering's surroundings, used again and again: DotLiquid looks up its filters by reflection whenever one is made.</summary>
internal sealed class LiquidContext : IDisposable
{
    private const int MaxIterations = 1_000;
    private const string StyleKey = "style";
    private const string ReadingKey = "reading";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private static readonly ConcurrentBag<LiquidContext> Free = [];

    private readonly Context _context;
    private readonly CancellationTokenSource _time;

    public LiquidContext(TimeProvider time)
    {
        _time = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        var roots = new Hash((_, name) => LiquidNode.Root(name, ReadingOf(_context!)));
        _context = new Context([roots], new Hash(), new Hash(), ErrorsOutputMode.Rethrow, MaxIterations, CultureInfo.InvariantCulture, _time.Token);
        _context.AddFilters(typeof(LiquidFilters));
    }

    public static LiquidContext Rent() => Free.TryTake(out var free) ? free : new LiquidContext(TimeProvider.System);

    /// <summary>One whose time is over can't be used again.</summary>
    public void Return()
    {
        if (_time.TryReset()) Free.Add(this);
        else Dispose();
    }

    public void Dispose() => _time.Dispose();

    /// <returns>Null when it took too long.</returns>
    public string? Render(Template template, Reading reading, TextStyle style)
    {
        _context.Registers[StyleKey] = style;
        _context.Registers[ReadingKey] = reading;
        _time.CancelAfter(Longest);
        try
        {
            using var writer = new LimitedWriter(CompiledText.MaxLength);
            template.Render(writer, new RenderParameters(CultureInfo.InvariantCulture) { Context = _context });
            return writer.ToString();
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (Exception e) when (e is not (TemplateException or OutOfMemoryException))
        {
            // Whatever a designer's template makes the engine throw concerns that text alone.
            throw new TemplateException(e.Message, e);
        }
        finally
        {
            _context.Registers.Clear();
            _context.Errors.Clear();
            _context.ClearInstanceAssigns();
        }
    }

    public static Reading ReadingOf(Context context) => (Reading)context.Registers[ReadingKey];

    public static TextStyle StyleOf(Context context) => (TextStyle)context.Registers[StyleKey];
}
