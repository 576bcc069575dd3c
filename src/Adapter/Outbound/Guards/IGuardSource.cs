namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>The guards that final texts have to pass now. A host whose settings change while it runs registers one of its own.</summary>
public interface IGuardSource
{
    ContentGuards Current { get; }
}

internal sealed class SameGuards(ContentGuards guards) : IGuardSource
{
    public ContentGuards Current => guards;
}
