using Microsoft.JSInterop;
using MudBlazor;

namespace MeliBot.Inbox.Pages.Layout;

/// <summary>Colours of one person's pages: the system's choice until they choose.</summary>
internal sealed class Looks(IJSRuntime script) : IAsyncDisposable
{
    private DotNetObjectReference<Looks>? _self;
    private IJSObjectReference? _watch;

    public event EventHandler? Changed;

    public bool IsDark { get; private set; }

    public MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight { Primary = "#1f4fd8", Secondary = "#5b4b00", Warning = "#8a4b00", Success = "#136b2f", Error = "#b3261e", Info = "#0b5c7a", AppbarBackground = "#ffffff", TextPrimary = "#1b1d22", TextSecondary = "#4a4f5a" },
        PaletteDark = new PaletteDark { Primary = "#9db8ff", Secondary = "#ffe27a", Warning = "#ffb86b", Success = "#7fd69a", Error = "#ffb4ab", Info = "#8fd3f0", Background = "#14161a", Surface = "#1c1f25", TextPrimary = "#e8eaf0", TextSecondary = "#b6bcc9", PrimaryContrastText = "#10131a", SuccessContrastText = "#10131a", WarningContrastText = "#10131a", ErrorContrastText = "#10131a", InfoContrastText = "#10131a" },
        Typography = new Typography { Default = new DefaultTypography { FontFamily = ["system-ui", "Segoe UI", "Roboto", "sans-serif"] } },
    };

    public async Task LoadAsync()
    {
        _self ??= DotNetObjectReference.Create(this);
        _watch ??= await script.InvokeAsync<IJSObjectReference>("melibot.watchDark", _self);
        Follow(await script.InvokeAsync<bool>("melibot.isDark"));
    }

    /// <summary>The system changed its colours.</summary>
    [JSInvokable("FollowAsync")]
    public void Follow(bool dark)
    {
        IsDark = dark;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    public async Task ToggleAsync()
    {
        IsDark = !IsDark;
        await script.InvokeVoidAsync("melibot.setDark", IsDark);
        Changed?.Invoke(this, EventArgs.Empty);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_watch is not null)
            {
                await _watch.InvokeVoidAsync("dispose");
                await _watch.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its watch with it.
        }

        _self?.Dispose();
    }
}
