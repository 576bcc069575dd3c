namespace MeliBot.Contracts;

/// <summary>Gives each test a store of its own.</summary>
public abstract class DeliveryContract<TFixture> : IAsyncDisposable
    where TFixture : DeliveryFixture, new()
{
    protected TFixture Store { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
