namespace MeliBot.Delivery.Work;

public enum WorkKind
{
    Signals,
    Turns,
    Effects,
}

/// <summary>Wakes the pumps of this process. Losing a ring costs time, never work: due rows are found anyway.</summary>
public interface IWorkAlarm
{
    void Ring(WorkKind work);

    /// <summary>Completes at the first ring since the last wait; rings in between count once.</summary>
    ValueTask WaitAsync(WorkKind work, CancellationToken cancellationToken);
}
