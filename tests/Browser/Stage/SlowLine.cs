using Microsoft.Playwright;

namespace MeliBot.Browser.Tests.Stage;

/// <summary>The line of one page, on which what the host says can be held back for a while. What the page says gets through.</summary>
internal sealed class SlowLine
{
    private readonly Lock _gate = new();
    private readonly Queue<Action> _held = [];
    private bool _holds;

    private SlowLine()
    {
    }

    /// <summary>Before the page is opened.</summary>
    public static async Task<SlowLine> OfAsync(IPage page)
    {
        var line = new SlowLine();
        await page.RouteWebSocketAsync("**/*", socket =>
        {
            var host = socket.ConnectToServer();
            host.OnMessage(frame => line.Carry(() => Say(socket, frame)));
            socket.OnMessage(frame => Say(host, frame));
        });
        return line;
    }

    public void Hold()
    {
        lock (_gate) _holds = true;
    }

    public void Release()
    {
        lock (_gate)
        {
            _holds = false;
            while (_held.TryDequeue(out var say)) say();
        }
    }

    private static void Say(IWebSocketRoute to, IWebSocketFrame frame)
    {
        if (frame.Binary is { } bytes) to.Send(bytes);
        else to.Send(frame.Text!);
    }

    private void Carry(Action say)
    {
        lock (_gate)
        {
            if (_holds) _held.Enqueue(say);
            else say();
        }
    }
}
